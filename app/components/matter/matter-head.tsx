import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterHeading } from '#app/services/matter/open-matter-page.server.ts'
import { StateChip } from '#app/components/frame/chips.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { PageHead, Tabs } from '#app/components/frame/page.tsx'
import { MatterWarnings } from './matter-warnings.tsx'

const TABS = ['overview', 'versions', 'materials', 'opinions', 'papers', 'trail'] as const

/** A part of a matter with a page of its own. */
export type MatterTab = (typeof TABS)[number]

const PATHS: Record<MatterTab, string> = {
	overview: '',
	versions: '/versions',
	materials: '/materials',
	opinions: '/opinions',
	papers: '/papers',
	trail: '/trail',
}

/** The head of a matter's own pages: what it is, how it stands, and its parts as tabs. */
export function MatterHead(props: {
	heading: MatterHeading
	tab: MatterTab
	actions?: ReactNode
	children?: ReactNode
}) {
	const { t } = useTranslation()
	const { heading, tab, actions, children } = props
	const counts = {
		overview: undefined,
		trail: undefined,
		papers: undefined,
		versions: heading.counts.versions,
		materials: heading.counts.materials,
		opinions: heading.counts.items,
	}
	const facts = [
		heading.caseNumber ?? t('matter.head.noNumber'),
		...heading.tracks.map((track) => t(`words.track.${track}`)),
		t(`words.issuer.${heading.issuer}`),
		t('matter.head.round', { round: heading.round }),
	]
	return (
		<PageHead
			title={heading.title}
			chip={<StateChip state={heading.state} />}
			facts={facts.join(' · ')}
			back={{ to: '/matters', label: t('matter.head.back') }}
			actions={actions}
		>
			{heading.isVoid ? (
				<p className="my-2 border-l-4 border-bad bg-bad-soft px-4 py-2 font-semibold text-bad">
					<Icon name="shield-cross" /> {t('matter.head.void')}
				</p>
			) : null}
			<MatterWarnings heading={heading} />
			{children}
			<MatterTabs heading={heading} tab={tab} counts={counts} />
		</PageHead>
	)
}

/** The parts of a matter as links; how many lie behind one, where the page knows it. */
export function MatterTabs(props: {
	heading: { readonly matterId: string; readonly mayReadTrail: boolean }
	tab: MatterTab
	counts?: Readonly<Partial<Record<MatterTab, number | undefined>>>
}) {
	const { t } = useTranslation()
	const { heading, tab, counts = {} } = props
	return (
		<Tabs
			label={t('matter.head.tabs')}
			tabs={TABS.filter((each) => each !== 'trail' || heading.mayReadTrail).map((each) => ({
				to: `/matters/${heading.matterId}${PATHS[each]}`,
				label: t(`matter.head.${each}`),
				count: counts[each],
				isCurrent: each === tab,
			}))}
		/>
	)
}
