declare module "subset-font" {
  /** A font with the glyphs of `text` alone; without layout closure, alternative glyphs that only features reach are dropped too. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "truetype"; noLayoutClosure?: boolean },
  ): Promise<Buffer>;
}
