import { hash, verify } from '@node-rs/argon2'

// OWASP's floor for argon2id: 19 MiB, two passes, one lane; about 40 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashOf(password: string): Promise<string> {
  return hash(normal(password), cost)
}

/** Takes as long for an unknown account as for a known one, so that the answer's time tells nothing. */
export async function isRightPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys()), normal(password))
  return kept !== null && right
}

// NIST SP 800-63B: the same sentence typed on two keyboards is the same sentence.
function normal(password: string) {
  return password.normalize('NFKC')
}

let nobody: Promise<string> | null = null
function nobodys() {
  nobody ??= hash('an account that does not exist', cost)
  return nobody
}
