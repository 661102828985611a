import { repeats, type OwnFault } from "./loose";

/** A band as far as it can be read: a bound that cannot be read is `undefined` and judged by nothing. */
type Bounds = {
  readonly key?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

function boundFaults(band: Bounds, index: number, above: Bounds | undefined): OwnFault[] {
  const faults: OwnFault[] = [];
  const limit = above?.from;
  const at = (code: string, name: "from" | "to", data: Record<string, number>) =>
    faults.push({ code, path: [index, name], data });
  if (band.from !== undefined && band.to !== undefined && band.to < band.from)
    at("band-upside-down", "to", { from: band.from });
  if (limit === undefined) return faults;
  if (band.from === limit) at("bands-overlap", "from", { above: limit });
  if (band.from !== undefined && band.from > limit)
    at("bands-not-descending", "from", { above: limit });
  if (band.to === undefined) return faults;
  if (band.to >= limit) at("bands-overlap", "to", { above: limit });
  if (band.to < limit - 1) at("bands-leave-hole", "to", { low: band.to + 1, high: limit - 1 });
  return faults;
}

function endFaults(bands: readonly Bounds[], maxTotal: number | undefined): OwnFault[] {
  const faults: OwnFault[] = [];
  const [best, last] = [bands[0]?.to, bands.at(-1)?.from];
  if (best !== undefined && maxTotal !== undefined && best < maxTotal)
    faults.push({
      code: "bands-leave-hole",
      path: [0, "to"],
      data: { low: best + 1, high: maxTotal },
    });
  if (last !== undefined && last > 0)
    faults.push({
      code: "bands-leave-hole",
      path: [bands.length - 1, "from"],
      data: { low: 0, high: last - 1 },
    });
  return faults;
}

/** What keeps bands, best first, from naming every total from 0 to `maxTotal` exactly once. All in half-points. */
export function bandFaults(bands: readonly Bounds[], maxTotal: number | undefined): OwnFault[] {
  const faults = bands.flatMap((band, index) => boundFaults(band, index, bands[index - 1]));
  faults.push(...endFaults(bands, maxTotal));
  for (const index of repeats(bands.map(({ key }) => key)))
    faults.push({ code: "band-repeated", path: [index, "key"] });
  if (maxTotal === undefined) return faults;
  bands.forEach((band, index) => {
    for (const name of ["from", "to"] as const) {
      const bound = band[name];
      if (bound !== undefined && bound > maxTotal)
        faults.push({ code: "band-out-of-reach", path: [index, name], data: { maxTotal } });
    }
  });
  return faults;
}
