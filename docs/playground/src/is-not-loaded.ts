/** Whether a part of the page did not arrive: readers say that a package is missing then. */
export function isNotLoaded(error: unknown): boolean {
  return (
    error instanceof Error && /could not be loaded|needs the package|imported module/.test(error.message)
  );
}
