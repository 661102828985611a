type Bounds = {
  readonly key: string;
  readonly from: number;
  readonly to?: number | undefined;
};

export type BandFault = { readonly code: string; readonly path: readonly (string | number)[] };

function boundFaults(band: Bounds, index: number, above: Bounds | undefined): BandFault[] {
  const faults: BandFault[] = [];
  const at = (code: string, name: "from" | "to") => faults.push({ code, path: [index, name] });
  if (above !== undefined && band.from === above.from) at("bands-overlap", "from");
  if (above !== undefined && band.from > above.from) at("bands-not-descending", "from");
  if (band.to === undefined || above === undefined) return faults;
  if (band.to >= above.from) at("bands-overlap", "to");
  if (band.to < above.from - 1) at("bands-leave-hole", "to");
  return faults;
}

/** What keeps bands, best first, from naming every total from 0 to `maxTotal` exactly once. All in half-points. */
export function bandFaults(bands: readonly Bounds[], maxTotal: number): BandFault[] {
  const faults = bands.flatMap((band, index) => boundFaults(band, index, bands[index - 1]));
  const [best, last] = [bands[0], bands.at(-1)];
  if (best?.to !== undefined && best.to < maxTotal)
    faults.push({ code: "bands-leave-hole", path: [0, "to"] });
  if (best?.to !== undefined && best.to > maxTotal)
    faults.push({ code: "band-out-of-reach", path: [0, "to"] });
  if (last !== undefined && last.from > 0)
    faults.push({ code: "bands-leave-hole", path: [bands.length - 1, "from"] });
  const keys = new Set<string>();
  bands.forEach(({ key, from, to }, index) => {
    if (from > maxTotal) faults.push({ code: "band-out-of-reach", path: [index, "from"] });
    if (to !== undefined && to < from)
      faults.push({ code: "band-upside-down", path: [index, "to"] });
    if (keys.has(key)) faults.push({ code: "band-repeated", path: [index, "key"] });
    keys.add(key);
  });
  return faults;
}
