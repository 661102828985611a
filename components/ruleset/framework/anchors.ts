export function valueAnchor(key: string): string {
  return `value-${key}`;
}

export function rungAnchor(key: string, point: number): string {
  return `value-${key}-${point}`;
}
