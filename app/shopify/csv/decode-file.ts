import { CsvRejected } from './csv-rejected';

export interface DecodedFile {
  readonly text: string;
  /** The file was not UTF-8: a spreadsheet has saved it in its own way, and letters were taken to be of Windows-1252. */
  readonly guessed: boolean;
}

/** A file's text from its bytes: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. */
export function decodeFile(file: string | Uint8Array): DecodedFile {
  if (typeof file === 'string') return { text: textOnly(file), guessed: false };
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return { text: textOnly(decode(file, 'utf-16le')), guessed: false };
  if (first === 0xfe && second === 0xff) return { text: textOnly(decode(file, 'utf-16be')), guessed: false };
  try {
    return { text: textOnly(new TextDecoder('utf-8', { fatal: true }).decode(file)), guessed: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: textOnly(fromWindows1252(file)), guessed: true };
  }
}

function decode(file: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(file);
}

/** What Windows-1252 has at 80–9F; it is ISO 8859-1 elsewhere. Node's own decoder leaves these out in some versions. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function fromWindows1252(file: Uint8Array): string {
  return Buffer.from(file)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Without its byte order mark, also one that was once read as Windows-1252. A NUL is no letter of any export. */
function textOnly(text: string): string {
  if (text.includes('\0')) throw new CsvRejected('not-csv');
  return text.replace(/^(\uFEFF|ï»¿)/, '');
}
