// The few web standards that every runtime of ours has. Neither Node's nor the DOM's types are loaded here, so that nothing of theirs slips in.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
declare const URL: { canParse(url: string): boolean };
