import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { DueDay } from '#app/services/worklist/read-worklist.server.ts'
import { StateChip } from '#app/components/frame/chips.tsx'
import { type MatterTab, MatterTabs } from './matter-head.tsx'
import { MatterWarnings, type WarnedMatter } from './matter-warnings.tsx'
import { PageHead } from '#app/components/frame/page.tsx'
import { Due } from './due.tsx'

/** What the head of a drafting page says of its matter. */
export type DeskHeading = WarnedMatter & {
	readonly title: string
	readonly tracks: readonly Track[]
	readonly state: MatterState
	readonly caseNumber: string | null
	readonly round: number
	readonly mayReadTrail: boolean
	readonly due: DueDay
}

const STEPS = ['draft', 'reading', 'materials', 'confirm'] as const
const STEP_WORDS = {
	draft: 'intake.desk.stepDraft',
	reading: 'reading.step',
	materials: 'intake.desk.stepMaterials',
	confirm: 'intake.desk.stepConfirm',
} as const

/** The head of a drafting page: what is done here, on which matter, and where in the steps of a submission it stands. */
export function DeskHead(props: {
	heading: DeskHeading
	title: string
	step?: (typeof STEPS)[number]
	/** The tab of the matter that this page is, while it is no step of a submission. */
	tab?: MatterTab
	actions?: ReactNode
}) {
	const { t } = useTranslation()
	const { heading, title, step, tab, actions } = props
	const isSubmission = ['draft', 'returned', 'not-passed', 'revising'].includes(heading.state)
	const number = heading.caseNumber
		? t('intake.desk.number', { number: heading.caseNumber })
		: t('intake.desk.noNumber')
	const tracks = heading.tracks.map((track) => t(`words.track.${track}`)).join('、')
	return (
		<PageHead
			title={title}
			chip={<StateChip state={heading.state} />}
			facts={[heading.title, number, tracks, t('intake.desk.round', { round: heading.round })].join(' · ')}
			back={{ to: `/matters/${heading.matterId}`, label: t('intake.desk.back') }}
			actions={actions}
		>
			<MatterWarnings heading={heading} />
			{heading.due.dueOn === null ? null : (
				<p className="flex flex-wrap items-center gap-x-3 text-table">
					<Due item={{ ...heading.due, period: null, isProvisional: false }} />
				</p>
			)}
			{step && isSubmission ? (
				<nav aria-label={t('intake.desk.steps')} className="no-print -mb-2 mt-2 flex gap-1 overflow-x-auto">
					<Link
						to={`/matters/${heading.matterId}/confirm#heading`}
						className="whitespace-nowrap border-b-4 border-transparent px-4 py-2 text-ink2 no-underline hover:no-underline"
					>
						{t('intake.desk.stepTrack')}
					</Link>
					{STEPS.map((each) => (
						<Link
							key={each}
							to={`/matters/${heading.matterId}/${each}`}
							aria-current={each === step ? 'step' : undefined}
							className={`whitespace-nowrap px-4 py-2 no-underline hover:no-underline border-b-4 ${each === step ? 'border-accent text-accent font-semibold' : 'border-transparent text-ink2'}`}
						>
							{t(STEP_WORDS[each])}
						</Link>
					))}
				</nav>
			) : tab ? (
				<MatterTabs heading={heading} tab={tab} />
			) : null}
		</PageHead>
	)
}
