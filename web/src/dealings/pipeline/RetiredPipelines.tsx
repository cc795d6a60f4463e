import { Button, Group, Stack, Text } from '@mantine/core'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { nameIn } from '../products/units.ts'
import type { Pipeline } from './contract.ts'
import { usePipelineTexts } from './texts.ts'

/** Pipelines out of use, each with its way back as it was. The last one closes the list. */
export function RetiredPipelines({
  pipelines,
  onReturned,
  onClose,
}: {
  pipelines: readonly Pipeline[]
  onReturned: (id: string) => void
  onClose: () => void
}) {
  const said = usePipelineTexts()
  const { ui } = useTexts()
  const { language } = useSpeech()
  const bringBack = useDeed<Pipeline>({
    run: async ({ id, revision }) => {
      await api.post(`/pipelines/${id}/return`, {}, revision)
      onReturned(id)
    },
    done: said.pipelineReturned,
    refreshes: [['pipeline']],
    then: onClose,
  })
  return (
    <Dialog opened onClose={onClose} title={said.retiredPipelines} closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack gap="sm">
        {pipelines.map((pipeline) => {
          const name = nameIn(pipeline.names, language)
          return (
            <Group key={pipeline.id} justify="space-between" wrap="nowrap">
              <div>
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {pipeline.stages.map((stage) => nameIn(stage.names, language)).join(' · ')}
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                style={{ flexShrink: 0 }}
                aria-label={said.returnNamed(name)}
                loading={bringBack.isPending && bringBack.variables?.id === pipeline.id}
                onClick={() => bringBack.mutate(pipeline)}
              >
                {said.returnPipeline}
              </Button>
            </Group>
          )
        })}
      </Stack>
    </Dialog>
  )
}
