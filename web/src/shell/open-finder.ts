/** The finder is fetched when first wanted. */
export async function openFinder() {
  const { spotlight } = await import('@mantine/spotlight')
  spotlight.open()
}
