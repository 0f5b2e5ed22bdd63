import { createHash } from 'node:crypto';

/**
 * The id that Chromium gives an extension with this manifest `key`.
 * Rule: the first 32 hex digits of the SHA-256 of the key's DER bytes, with 0-9a-f written as a-p
 * (Chromium, components/crx_file/id_util.cc).
 * @param {string} key public key, base64 DER
 * @returns {string} 32 letters a-p
 */
export function extensionId(key) {
  const hex = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
