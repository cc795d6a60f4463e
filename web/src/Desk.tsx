import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { caller, Problem } from './api.ts'
import type { Language } from './contract.ts'
import { nonceOfPage } from './nonce.ts'
import { router } from './routes.tsx'
import { dutyAtHand, keepLanguage } from './shell/preferences.ts'
import { Speaking, type Texts, textsIn } from './texts/index.tsx'
import { paletteOf, theme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, fault) => times < 2 && fault instanceof Problem && (fault.status === 0 || fault.status >= 502),
    },
  },
})

// A first answer that is under way is not asked anew by invalidating: it would stay in the language it was asked in.
function settled() {
  const underWay = queries.getQueryCache().findAll({ fetchStatus: 'fetching' })
  return Promise.allSettled(underWay.map(({ promise }) => promise))
}

/** The whole desk: its look, its language, its questions to the server, its addresses. */
export function Desk(first: { language: Language; texts: Texts }) {
  const [{ language, texts }, setSpoken] = useState(first)
  caller.language = language
  caller.duty ??= dutyAtHand()

  const speak = useCallback(async (wanted: Language) => {
    keepLanguage(wanted)
    const spoken = { language: wanted, texts: await textsIn(wanted) }
    caller.language = wanted
    setSpoken(spoken)
    document.documentElement.lang = wanted
    await settled()
    await queries.invalidateQueries()
  }, [])
  const speech = useMemo(() => ({ language, texts, speak }), [language, texts, speak])
  document.documentElement.lang = language
  // The cross of windows and notes has a name in every language.
  const named = useMemo(
    () =>
      mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps: { 'aria-label': texts.ui.close } } } }),
    [texts],
  )

  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={paletteOf}
      defaultColorScheme="auto"
      getStyleNonce={nonceOfPage}
    >
      <Speaking speech={speech}>
        <QueryClientProvider client={queries}>
          <ModalsProvider labels={{ confirm: texts.ui.yes, cancel: texts.ui.cancel }}>
            <Notifications position="bottom-left" containerWidth={380} limit={3} />
            <RouterProvider router={router} context={{ queries }} />
          </ModalsProvider>
        </QueryClientProvider>
      </Speaking>
    </MantineProvider>
  )
}
