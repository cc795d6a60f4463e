import { Alert, Button, Group, Menu, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import {
  IconAlertTriangle,
  IconChevronDown,
  IconDeviceFloppy,
  IconPin,
  IconPinnedOff,
  IconShare,
  IconStar,
  IconStarOff,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { List, SavedView, Wish } from './contract.ts'
import { SaveView } from './SaveView.tsx'
import { useListTexts } from './texts.ts'
import type { ListState } from './useListWish.ts'

/** The saved views of a list as tabs; the rest stand in a menu. */
export function ViewTabs({ list, views, state }: { list: List; views: SavedView[]; state: ListState }) {
  const texts = useListTexts()
  const { view, isChanged, missing, wish, choose } = state
  const [saving, setSaving] = useState<'new' | SavedView | null>(null)
  const tabs = views.filter(
    ({ id, isMine, places }) => places.includes('tab') || places.includes('first') || isMine || id === view?.id,
  )
  const shown = tabs.slice(0, 5)
  const others = views.filter((one) => !shown.includes(one))
  const save = useDeed<SavedView>({
    run: ({ id, kind, name, shared, revision }) =>
      api.put(`/views/${id}`, { kind, name, shared, wish: keptOf(wish) }, revision),
    refreshes: [['views']],
    done: texts.viewSaved,
    then: (saved) => choose((saved as SavedView).id),
  })
  if (views.length === 0 && !isChanged) return null
  return (
    <>
      <Group className="view-tabs" gap={4} wrap="wrap" role="group" aria-label={texts.views}>
        <Tab isOn={!view} onClick={() => choose(null)}>
          {texts.allRows}
        </Tab>
        {shown.map((one) => (
          <Tab key={one.id} isOn={one.id === view?.id} onClick={() => choose(one.id)}>
            {one.name}
          </Tab>
        ))}
        {others.length > 0 && (
          <Menu shadow="md">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {texts.moreViews}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((one) => (
                <Menu.Item key={one.id} onClick={() => choose(one.id)}>
                  {one.name}
                  {!one.isMine && (
                    <Text size="xs" c="dimmed">
                      {texts.sharedBy(one.ownerName ?? '')}
                    </Text>
                  )}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {view && <ViewMenu view={view} rename={() => setSaving(view)} choose={choose} />}
        {isChanged && (
          <Group gap={4} ml="auto">
            {view?.isMine && (
              <Button size="compact-sm" variant="light" loading={save.isPending} onClick={() => save.mutate(view)}>
                {texts.saveChanges}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant={view?.isMine ? 'subtle' : 'light'}
              leftSection={<IconDeviceFloppy size={15} aria-hidden />}
              onClick={() => setSaving('new')}
            >
              {view ? texts.saveAs : texts.saveView}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose(view?.id ?? null)}>
              {texts.discard}
            </Button>
          </Group>
        )}
      </Group>
      {missing.length > 0 && (
        <Alert variant="light" color="yellow" icon={<IconAlertTriangle aria-hidden />} m="sm">
          {texts.stale(missing.join(', '))}
          {view?.isMine && (
            <Button size="compact-xs" variant="default" ml="sm" onClick={() => save.mutate(view)}>
              {texts.staleSave}
            </Button>
          )}
        </Alert>
      )}
      {saving && (
        <SaveView
          path={saving === 'new' ? `/lists/${list.name}/views` : `/views/${saving.id}`}
          held={saving === 'new' ? null : saving}
          kind="view"
          wish={saving === 'new' ? keptOf(wish) : saving.wish}
          onClose={() => setSaving(null)}
          onSaved={({ id }) => {
            setSaving(null)
            choose(id)
          }}
        />
      )}
    </>
  )
}

/** A view keeps no words that somebody is searching for just now. */
function keptOf({ q: _, ...wish }: Wish): Wish {
  return wish
}

function Tab({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className="view-tab" aria-current={isOn ? 'page' : undefined} onClick={onClick}>
      {children}
    </button>
  )
}

function ViewMenu({
  view,
  rename,
  choose,
}: {
  view: SavedView
  rename: () => void
  choose: (id: string | null) => void
}) {
  const texts = useListTexts()
  const { ui } = useTexts()
  const place = useDeed<{ place: string; on: boolean }>({
    run: (said) => api.put(`/views/${view.id}/place`, said),
    refreshes: [['views']],
  })
  const remove = useDeed({
    run: () => api.delete(`/views/${view.id}`),
    refreshes: [['views']],
    done: texts.viewRemoved,
    binned: `view/${view.id}`,
    then: () => choose(null),
  })
  const isFirst = view.places.includes('first')
  const isTab = view.places.includes('tab')
  const ask = () =>
    modals.openConfirmModal({
      title: texts.removeView,
      children: <Text size="sm">{texts.removeViewText(view.name)}</Text>,
      labels: { confirm: texts.removeView, cancel: ui.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(),
    })
  return (
    <Menu shadow="md">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={texts.viewMenu(view.name)} px={6}>
          <IconChevronDown size={15} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isFirst ? <IconStarOff size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
          onClick={() => place.mutate({ place: 'first', on: !isFirst })}
        >
          {isFirst ? texts.noDefault : texts.makeDefault}
        </Menu.Item>
        <Menu.Item
          leftSection={isTab ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          onClick={() => place.mutate({ place: 'tab', on: !isTab })}
        >
          {isTab ? texts.unpin : texts.pin}
        </Menu.Item>
        {view.isMine && (
          <>
            <Menu.Item leftSection={<IconShare size={16} aria-hidden />} onClick={rename}>
              {texts.renameView}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask}>
              {texts.removeView}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
