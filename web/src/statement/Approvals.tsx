import { Button, Group, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { colleaguesQuery } from '../access/queries.ts'
import { api } from '../api.ts'
import { nameOfId } from '../register/names.ts'
import { type Texts, useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Plan } from './contract.ts'
import { reasonOf } from './reason.ts'
import { useStatementTexts } from './texts.ts'
import { VersionSeal } from './VersionSeal.tsx'

/** Who has approved this exact text, and publishing it. */
export function Approvals({ plan, draft }: { plan: Plan; draft: string }) {
  const texts = useTexts()
  const { ui } = texts
  const said = useStatementTexts()
  const say = useSay()
  const { instant } = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const colleagues = useQuery(colleaguesQuery).data
  const approve = useDeed({
    run: () => api.post(`/statement/drafts/${draft}/approval`, {}),
    done: said.approved,
    refreshes: [['statement', 'drafts', draft]],
  })
  // The draft is gone once published: leave its plan before everything is asked anew.
  const leave = async () => {
    await navigate({ to: to.statement() })
    await queries.invalidateQueries()
  }
  const publish = useDeed({
    run: () => api.post(`/statement/drafts/${draft}/publication`, {}),
    done: said.publishedNow,
    refreshes: [],
    then: leave,
  })
  const ask = () =>
    modals.openConfirmModal({
      title: said.publishTitle(plan.version),
      children: said.publishText,
      labels: { confirm: said.publish, cancel: ui.cancel },
      onConfirm: () => publish.mutate(),
    })
  const { given, needed } = plan.approvals
  const why = whyNot(plan, { texts, said, say })
  return (
    <Sheet title={said.publish}>
      <Stack>
        <VersionSeal version={plan.version} hash={plan.hash} />
        <div>
          <Text size="sm" fw={600}>
            {said.approvals}: <span className="figures">{said.approvalsNeeded(given.length, needed)}</span>
          </Text>
          {given.map(({ by, approvedAt }) => (
            <Group key={by} gap={7} mt={6}>
              <IconCircleCheck size={17} aria-hidden />
              <Text size="sm">
                {nameOfId(by, colleagues)} · {instant(approvedAt)}
              </Text>
            </Group>
          ))}
        </div>
        {why && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
        <Group>
          {needed > 1 && (
            <Button variant="default" loading={approve.isPending} onClick={() => approve.mutate()}>
              {said.approve}
            </Button>
          )}
          <ReasonedButton loading={publish.isPending} onClick={ask} reason={why}>
            {said.publish}
          </ReasonedButton>
        </Group>
      </Stack>
    </Sheet>
  )
}

/** Why it cannot be published yet: the server's verdict, in words. */
function whyNot(
  { ready, findings = [], missing = [] }: Plan,
  { texts, said, say }: { texts: Texts; said: ReturnType<typeof useStatementTexts>; say: ReturnType<typeof useSay> },
) {
  if (ready.allowed) return null
  const blocking = [...missing, ...findings].find(({ code, clause }) => code === ready.code && clause === ready.clause)
  const known = { STATEMENT_UNCHANGED: said.unchanged, SECOND_APPROVAL_NEEDED: said.secondNeeded }[ready.code]
  return reasonOf(
    {
      ...ready,
      reason: ready.reason || known || (blocking ? `${said.mendFirst}: ${say(blocking.reason)}` : said.notReady),
    },
    texts,
  )
}
