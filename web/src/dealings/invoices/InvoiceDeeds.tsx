import { Button, Menu } from '@mantine/core'
import { IconCashBanknote, IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useAskedFirst } from '../../ui/UnsavedGuard.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useMove } from '../chain/useMove.ts'
import type { InvoiceEvent } from '../contract.ts'
import { CreditForm } from './CreditForm.tsx'
import type { InvoiceSeen } from './contract.ts'
import { PaymentForm } from './PaymentForm.tsx'
import { useInvoiceTexts } from './texts.ts'

/** What may be done with an invoice now. */
export function InvoiceDeeds({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'payment' | 'credit' | 'discard' | 'collection' | null>(null)
  const { first, asking } = useAskedFirst()
  const { id, status, origin, kind, openCents, amountCents, creditedCents, mayWrite, revision } = invoice
  const settle = useMove({
    run: (event: InvoiceEvent) => api.post(`/invoices/${id}/settlement`, { event }),
    done: (event) => said.moved[event],
    fields: false,
  })
  const discard = useMove({
    run: async () => {
      await api.delete(`/invoices/${id}?revision=${revision}`)
      // Left before anything is asked anew: there is nothing here to read, nor to save, any more.
      await navigate({ to: to.invoices(), ignoreBlocker: true })
    },
    done: said.discarded,
    binned: `invoice/${id}`,
    fields: false,
  })
  if (!mayWrite || kind === 'credit-note') return null
  const isOwed = status === 'open' || status === 'collection'
  const isLeft = creditedCents < amountCents || (amountCents === 0 && status !== 'credited')
  const mayCredit = origin === 'own' && status !== 'draft' && isLeft
  const close = () => setDoing(null)
  return (
    <>
      {status !== 'draft' && openCents !== 0 && (
        <WriteButton leftSection={<IconCashBanknote size={17} aria-hidden />} onClick={() => setDoing('payment')}>
          {openCents < 0 ? said.addRefund : said.addPayment}
        </WriteButton>
      )}
      {mayCredit && (
        <WriteButton variant="default" onClick={() => setDoing('credit')}>
          {said.credit}
        </WriteButton>
      )}
      {(isOwed || status === 'draft') && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {status === 'draft' && (
              <Menu.Item color="red" onClick={() => first(() => setDoing('discard'))}>
                {said.discard}
              </Menu.Item>
            )}
            {isOwed && <Menu.Item onClick={() => settle.mutate('payment')}>{said.markPaid}</Menu.Item>}
            {isOwed && origin === 'entered' && (
              <Menu.Item onClick={() => settle.mutate('credit')}>{said.markCredited}</Menu.Item>
            )}
            {status === 'open' && <Menu.Item onClick={() => setDoing('collection')}>{said.toCollection}</Menu.Item>}
            {status === 'collection' && (
              <>
                <Menu.Item component="a" href={`/api/v1/invoices/${id}/collection.csv`} download>
                  {said.collectionFile}
                </Menu.Item>
                <Menu.Item onClick={() => settle.mutate('withdrawal-from-collection')}>{said.fromCollection}</Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking}
      {doing === 'payment' && <PaymentForm invoice={invoice} onClose={close} />}
      <AskWhy
        title={said.toCollection}
        text={said.toCollectionAsk}
        label={said.toCollection}
        asks={{}}
        opened={doing === 'collection'}
        busy={settle.isPending}
        onClose={close}
        onDone={() => settle.mutate('collection', { onSettled: close })}
      />
      {doing === 'credit' && <CreditForm invoice={invoice} onClose={close} />}
      <AskWhy
        title={said.discard}
        text={said.discardAsk}
        label={said.discard}
        color="red"
        asks={{}}
        opened={doing === 'discard'}
        busy={discard.isPending}
        onClose={close}
        onDone={() => discard.mutate()}
      />
    </>
  )
}
