import type { OpenedFile, Watch } from '../file.ts';
import { Pace } from '../pace.ts';
import { openDocx } from './docx.ts';
import { openOdf } from './odf.ts';
import { CONTENT_TYPES, Opc } from './opc.ts';
import type { Open } from './opened.ts';
import { OfficePackage } from './package.ts';
import { openPptx } from './pptx.ts';
import { openXlsx } from './xlsx.ts';

async function openOne(
  bytes: Uint8Array,
  name: string,
  watch: Watch | undefined,
  openInner: Open | undefined,
): Promise<OpenedFile> {
  const files = new OfficePackage(bytes);
  if (!files.entry(CONTENT_TYPES)) return openOdf(bytes, name, watch);
  const opc = await Opc.read(files, new Pace(watch));
  const type = opc.typeOf(opc.main());
  if (/word/.test(type)) return openDocx(bytes, name, watch, openInner);
  if (/presentation|powerpoint/.test(type)) return openPptx(bytes, name, watch, openInner);
  return openXlsx(bytes, name, watch, openInner);
}

/**
 * Opens a zip archive, or a container of old or encrypted Office files, as the Office file that it is by its content. Office
 * files right within it (the workbook behind a chart) are read with it. Throws FileProblem: 'unknown-kind' for an archive of
 * anything else, files of Office before 2007, binary workbooks and presentations of OpenDocument; else as the opener of the
 * family does.
 * @param name with its ending
 */
export function openOffice(bytes: Uint8Array, name: string, watch?: Watch): Promise<OpenedFile> {
  return openOne(bytes, name, watch, (inner, innerName, innerWatch) =>
    openOne(inner, innerName, innerWatch, undefined),
  );
}
