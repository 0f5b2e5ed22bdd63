/**
 * What lib/files may use of a worker and of Node beside the language. The pure folders compile without DOM types, so that
 * nothing in them can log; with them (tsconfig.json) this file is left out.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare function atob(base64: string): string;
declare function btoa(binary: string): string;
interface AbortSignal {
  readonly aborted: boolean;
}
declare function setTimeout(then: () => void, milliseconds: number): unknown;
declare function atob(text: string): string;
declare function btoa(bytes: string): string;
