/** Whole cents of the euro. Nothing in the program keeps money in a fraction. */
export type Cents = number

/** Hundredths of a percent: 2550 is 25.5 %. */
export type BasisPoints = number

/** A quotient to the nearest whole number, a half away from zero: 0.005 € is one cent and −0.005 € is minus one. */
export function rounded(dividend: bigint, divisor: bigint): number {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend)
  const whole = (doubled + divisor) / (2n * divisor)
  const signed = dividend < 0n ? -whole : whole
  const answer = Number(signed)
  if (!Number.isSafeInteger(answer)) throw new RangeError('a sum of money beyond what cents can count')
  return answer
}

/** So many hundredths of a percent of a sum, in cents. */
export function shareOf(sum: Cents, points: BasisPoints): Cents {
  return rounded(BigInt(sum) * BigInt(points), 10_000n)
}

/** A sum split by parts, such as instalments of 50 % and 50 %: the cents that do not divide go to the last part. */
export function splitBy(sum: Cents, parts: readonly BasisPoints[]): Cents[] {
  const shares = parts.slice(0, -1).map((part) => shareOf(sum, part))
  return parts.length === 0 ? [] : [...shares, sum - shares.reduce((all, one) => all + one, 0)]
}

export function sumOf(cents: Iterable<Cents>): Cents {
  let all = 0
  for (const one of cents) all += one
  return all
}
