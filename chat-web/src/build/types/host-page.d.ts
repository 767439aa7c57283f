/** What the loader puts into a host page, or finds there: calls that wait for it (docs/embedding.md). */
interface Window {
  Parley: any;
}
