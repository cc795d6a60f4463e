import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useAskedFirst } from '../../ui/UnsavedGuard.tsx'
import { AskWhy } from './AskWhy.tsx'
import { useChainTexts } from './texts.ts'
import { useMove } from './useMove.ts'

const lists = { quotes: to.quotes, contracts: to.contracts }

/** Throwing a draft into the bin: the line of its menu, and the question that comes first. Done, the list of its kind opens. */
export function useDiscard(path: keyof typeof lists, id: string) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const [isAsked, ask] = useDisclosure(false)
  const { first, asking } = useAskedFirst()
  const discard = useMove({
    run: async () => {
      await api.delete(`/${path}/${id}`)
      // Left before anything is asked anew: there is nothing here to read, nor to save, any more.
      await navigate({ to: lists[path](), ignoreBlocker: true })
    },
    done: said.discarded,
    binned: `${path === 'quotes' ? 'quote' : 'contract'}/${id}`,
    fields: false,
  })
  return {
    item: (
      <Menu.Item color="red" onClick={() => first(ask.open)}>
        {said.discard}
      </Menu.Item>
    ),
    question: (
      <>
        {asking}
        <AskWhy
          title={said.discard}
          text={said.discardText}
          label={said.discard}
          color="red"
          asks={{}}
          opened={isAsked}
          busy={discard.isPending}
          onClose={ask.close}
          onDone={() => discard.mutate()}
        />
      </>
    ),
  }
}
