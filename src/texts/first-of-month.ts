/** French writes the first day of a month « 1er », and only that one; the platform's own dates do not. */
export function withFirst(date: string): string {
  return date.replace(/(?<!\d)1(?=[\s\u00a0\u202f]\p{Letter})/u, '1er')
}
