import { Button, Center } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTexts } from '../texts/index.tsx'

/** Fetches the next page when its button comes into sight; the button itself is for the keyboard. */
export function MoreRows({ hasMore, isFetching, more }: { hasMore: boolean; isFetching: boolean; more: () => void }) {
  const { ui } = useTexts()
  const { ref, entry } = useIntersection({ rootMargin: '600px' })
  const inSight = entry?.isIntersecting ?? false
  // Scrolling is an outside event: what comes into sight is fetched.
  useEffect(() => {
    if (inSight && hasMore && !isFetching) more()
  }, [inSight, hasMore, isFetching, more])
  if (!hasMore) return null
  return (
    <Center ref={ref} p="md">
      <Button variant="subtle" loading={isFetching} onClick={more}>
        {ui.loadMore}
      </Button>
    </Center>
  )
}
