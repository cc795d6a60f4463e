import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { WorkOfDeal } from '../../work/card-parts.ts'
import { AddedPart } from '../AddedPart.tsx'
import { LeftUnbilledPart } from '../billing/LeftUnbilledPart.tsx'
import { ToCreditPart } from '../billing/ToCreditPart.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import type { Contract } from '../chain/contract.ts'
import { DocumentHead } from '../chain/DocumentHead.tsx'
import { Facts } from '../chain/Facts.tsx'
import { OwnerFact } from '../chain/OwnerFact.tsx'
import { ContactLink, PartyLink } from '../chain/PartyLink.tsx'
import { contractQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { LinesTable } from '../lines/LinesTable.tsx'
import { ContractDeeds } from './ContractDeeds.tsx'
import { ContractDraft } from './ContractDraft.tsx'
import { EndProposal } from './EndProposal.tsx'

export function ContractScreen() {
  const { contract: id = '' } = useParams({ strict: false }) as { contract?: string }
  const contract = useQuery(contractQuery(id))
  return <Asked query={contract}>{(one) => <ContractCard key={`${one.id} ${one.state}`} contract={one} />}</Asked>
}

function ContractCard({ contract }: { contract: Contract }) {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const { day } = useFormat()
  const isDraft = contract.state === 'draft' && contract.may.write
  return (
    <>
      <DocumentHead
        kind="contract"
        document={contract}
        list={{ to: to.contracts(), label: said.lists.contracts }}
        actions={<ContractDeeds contract={contract} />}
      />
      {contract.mayEndRelationship && <EndProposal contract={contract.id} />}
      <div className={isDraft ? 'document-draft' : 'columns-2'}>
        {isDraft ? (
          <ContractDraft contract={contract} />
        ) : (
          <Sheet title={contract.title}>
            <Stack>
              {contract.text && <p className="document-words">{contract.text}</p>}
              {contract.lines.length > 0 && <LinesTable lines={contract.lines} totals={contract.totals} />}
            </Stack>
          </Sheet>
        )}
        <Stack gap="lg">
          <Sheet title={said.customer}>
            <Facts
              facts={[
                [said.customer, <PartyLink key="party" {...contract} />],
                [said.contact, contract.contact && <ContactLink key="contact" {...contract} />],
                ...(isDraft
                  ? []
                  : ([
                      [said.startsOn, day(contract.startsOn)],
                      [said.endsOn, contract.endsOn ? day(contract.endsOn) : said.untilNotice],
                      [said.renewal, said.renewals[contract.renewal]],
                      [said.renewalMonths, contract.renewalMonths],
                      [said.noticeMonths, contract.noticeMonths],
                      [said.noticeBy, contract.state === 'active' && contract.noticeBy && day(contract.noticeBy)],
                      [
                        said.billingMonths,
                        contract.billingMonths && (said.billing[contract.billingMonths] ?? contract.billingMonths),
                      ],
                      [said.language, contract.billingMonths && said.languages[contract.language]],
                      [basis.partPeriods, contract.billingMonths && basis.partPeriodsOf[contract.partPeriods]],
                      [basis.billedUntil, contract.billedUntil && day(contract.billedUntil)],
                      [basis.billsNext, contract.billsNext && day(contract.billsNext)],
                      [said.signedOn, contract.signedOn && day(contract.signedOn)],
                      [said.states.noticed ?? '', contract.noticedOn && day(contract.noticedOn)],
                      [said.states.ended ?? '', contract.endedOn && day(contract.endedOn)],
                      [said.why, contract.endReason],
                    ] as const)),
                [
                  said.owner,
                  (contract.may.owner || contract.ownerName) && (
                    <OwnerFact key="owner" of="contracts" document={contract} />
                  ),
                ],
              ]}
            />
          </Sheet>
          <AddedPart subject="contract" of={`/contracts/${contract.id}`} />
          {contract.may.bill && contract.billingMonths && <ToCreditPart of={{ contract: contract.id }} />}
          <LeftUnbilledPart
            kind="contract"
            id={contract.id}
            left={contract.leftUnbilled}
            endsOn={contract.endedOn ?? contract.endsOn}
            mayBill={contract.may.bill}
          />
        </Stack>
      </div>
      <Suspense>
        <WorkOfDeal kind="contract" deal={contract} />
      </Suspense>
    </>
  )
}
