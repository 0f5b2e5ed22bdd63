/** The part of Tesseract's build for the web that is used; it comes without types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface Api {
    /** @returns 0 where it worked */
    Init(path: null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Takes the file `/input`. @returns 0 where it worked */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
  }
  interface Core {
    FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
    TessBaseAPI: new () => Api;
  }
  export default function TesseractCore(options: {
    wasmBinary: Uint8Array;
    TesseractProgress(percent: number): void;
    print(text: string): void;
    printErr(text: string): void;
  }): Promise<Core>;
}
