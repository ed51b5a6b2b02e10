/** The language of a BCP 47 tag without script and region, in lower case: `es` of `es-MX`; `und` for what is no tag. */
export function primaryLanguage(tag: string): string {
  return /^([a-z]{2,3})(?:-[a-z0-9]{1,8})*$/.exec(tag.toLowerCase())?.[1] ?? "und";
}
