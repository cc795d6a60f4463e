import { Alert, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useSpeech } from '../texts/index.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Choices } from './contract.ts'
import { channelsOf } from './ObjectionDeed.tsx'
import { useChoicesTexts } from './texts.ts'

const ways = ['in-person', 'letter', 'phone', 'email', 'other']
const stops = ['objected', 'suppressed']

/** A consent with the words that were read and a proof. Against an objection only the person's own hand counts. */
export function ConsentForm({ choices, onDone }: { choices: Choices; onDone: () => void }) {
  const said = useChoicesTexts()
  const { language: own } = useSpeech()
  const channels = channelsOf(choices).filter(({ value }) => choices.wordings[value])
  const [channel, setChannel] = useState(channels[0]?.value ?? 'email')
  const [language, setLanguage] = useState<string>(own)
  const [typed, setTyped] = useState<string | null>(null)
  const [proof, setProof] = useState({ kind: 'document', document: '', ownWords: '', via: 'in-person' })
  const wording = typed ?? choices.wordings[channel]?.[language] ?? ''
  const isObjected = stops.includes(choices.standings.find((one) => one.channel === channel)?.state ?? '')
  const asked = { purpose: choices.purpose, channel, wording, language, via: proof.via }
  const save = useDeed({
    run: () =>
      isObjected
        ? api.post(`/people/${choices.personId}/consent-requests`, asked)
        : api.post(`/people/${choices.personId}/consents`, { ...asked, ...proven(proof) }),
    done: isObjected ? said.consentSent : said.consented,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit} data-asks="consent" data-asks-alone>
      <Stack>
        <Select
          label={said.channel}
          data={channels}
          allowDeselect={false}
          value={channel}
          onChange={(one) => setChannel(one ?? channel)}
        />
        {isObjected && <Alert color="yellow">{said.objectedAlready}</Alert>}
        <Select
          label={said.language}
          data={['fi', 'sv', 'en']}
          allowDeselect={false}
          value={language}
          onChange={(one) => setLanguage(one ?? language)}
        />
        <Textarea
          label={said.wording}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={wording}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={said.via}
          data={ways.map((way) => ({ value: way, label: said.vias[way] ?? way }))}
          allowDeselect={false}
          value={proof.via}
          onChange={(via) => setProof({ ...proof, via: via ?? proof.via })}
        />
        {!isObjected && (
          <>
            <Radio.Group label={said.proof} value={proof.kind} onChange={(kind) => setProof({ ...proof, kind })}>
              <Stack gap={8} mt={6}>
                <Radio value="document" label={said.proofs.document} />
                <Radio value="own-words" label={said.proofs['own-words']} />
              </Stack>
            </Radio.Group>
            {proof.kind === 'document' ? (
              <TextInput
                label={said.document}
                required
                maxLength={200}
                value={proof.document}
                onChange={(event) => setProof({ ...proof, document: event.currentTarget.value })}
              />
            ) : (
              <Textarea
                label={said.ownWords}
                required
                maxLength={1000}
                value={proof.ownWords}
                onChange={(event) => setProof({ ...proof, ownWords: event.currentTarget.value })}
              />
            )}
          </>
        )}
        <FormFoot label={isObjected ? said.sendConsent : said.consent} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

function proven({ kind, document, ownWords }: { kind: string; document: string; ownWords: string }) {
  return kind === 'document' ? { proof: 'document', document } : { proof: 'own-words', ownWords }
}
