declare module "*.avif" {
  /** Where the picture is, beside the script that names it. */
  const path: string;
  export default path;
}
