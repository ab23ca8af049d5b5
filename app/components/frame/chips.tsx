import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type {
	AgendaState,
	ClearanceState,
	MeetingState,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import type { RuleStatus } from '#app/domain/agenda-gate/finding.ts'
import type { ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import { type IconName, Icon } from './icon.tsx'

/** The tones of a status: never alone, always with an icon and a word. */
export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red'

const TONES: Record<Tone, string> = {
	grey: 'bg-sunken text-ink2',
	blue: 'bg-accent-soft text-accent',
	green: 'bg-ok-soft text-ok',
	amber: 'bg-warn-soft text-warn',
	red: 'bg-bad-soft text-bad',
}

/** A status: icon, word, tone. */
export function Chip({
	tone,
	icon,
	children,
	title,
}: {
	tone: Tone
	icon?: IconName
	children: string
	title?: string
}) {
	return (
		<span
			title={title}
			className={`inline-flex items-baseline gap-1 px-2 rounded-chip text-quiet whitespace-nowrap max-md:whitespace-normal ${TONES[tone]}`}
		>
			{icon ? <Icon name={icon} className="h-[14px] w-[14px] self-center" /> : null}
			{children}
		</span>
	)
}

const STATE_LOOKS: Record<MatterState, [Tone, IconName]> = {
	draft: ['grey', 'pen'],
	submitted: ['blue', 'arrow'],
	supplement: ['amber', 'alert'],
	accepted: ['blue', 'arrow'],
	reviewing: ['blue', 'pen'],
	signoff: ['blue', 'pen'],
	revising: ['amber', 'pen'],
	recheck: ['blue', 'pen'],
	cleared: ['green', 'shield-check'],
	'not-passed': ['red', 'shield-cross'],
	'out-of-scope': ['grey', 'pen'],
	amending: ['amber', 'pen'],
	'post-check': ['blue', 'pen'],
	decided: ['blue', 'clock'],
	issuing: ['blue', 'arrow'],
	registered: ['blue', 'arrow'],
	numbered: ['blue', 'arrow'],
	issued: ['blue', 'arrow'],
	filing: ['green', 'clock'],
	published: ['green', 'check'],
	concluded: ['green', 'check'],
	returned: ['amber', 'back'],
	withdrawn: ['grey', 'minus'],
	terminated: ['grey', 'minus'],
	merged: ['grey', 'minus'],
}

/** The state of a matter; `short` where there is little room, with the whole words as its title. */
export function StateChip({ state, short = false }: { state: MatterState; short?: boolean }) {
	const { t } = useTranslation()
	const [tone, icon] = STATE_LOOKS[state]
	const words = t(`words.state.${state}`)
	return (
		<Chip tone={tone} icon={icon} title={words}>
			{short && state === 'cleared' ? t('words.stateShort.cleared') : words}
		</Chip>
	)
}

const CLEARANCE_LOOKS: Record<ClearanceState, [Tone, IconName]> = {
	valid: ['green', 'shield-check'],
	void: ['red', 'shield-cross'],
	consumed: ['grey', 'check'],
	expired: ['amber', 'clock'],
}

/** How a clearance stands. */
export function ClearanceChip({ state }: { state: ClearanceState }) {
	const { t } = useTranslation()
	const [tone, icon] = CLEARANCE_LOOKS[state]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`words.clearanceState.${state}`)}
		</Chip>
	)
}

const AGENDA_LOOKS: Record<AgendaState, [Tone, IconName]> = {
	proposed: ['blue', 'arrow'],
	blocked: ['red', 'shield-cross'],
	listed: ['green', 'check'],
	notified: ['green', 'lock'],
	discussed: ['green', 'check'],
	postponed: ['amber', 'clock'],
	removed: ['grey', 'minus'],
}

/** Where an agenda item stands. */
export function AgendaChip({ state }: { state: AgendaState }) {
	const { t } = useTranslation()
	const [tone, icon] = AGENDA_LOOKS[state]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`words.agendaState.${state}`)}
		</Chip>
	)
}

/** Where a meeting stands. */
export function MeetingChip({ state }: { state: MeetingState }) {
	const { t } = useTranslation()
	const looks: Record<MeetingState, [Tone, IconName]> = {
		preparing: ['blue', 'pen'],
		fixed: ['blue', 'lock'],
		held: ['blue', 'check'],
		closed: ['green', 'check'],
		cancelled: ['grey', 'minus'],
	}
	const [tone, icon] = looks[state]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`words.meetingState.${state}`)}
		</Chip>
	)
}

/**
 * What a gate rule says; one not reached yet is grey outside of the meeting page. No component: a page shows a hundred of
 * them, and the list has the words at hand.
 */
export function gateChip(status: RuleStatus, isQuiet: boolean, t: TFunction) {
	const looks: Record<RuleStatus, [Tone, IconName]> = {
		met: ['green', 'circle-check'],
		unmet: isQuiet ? ['grey', 'circle'] : ['red', 'circle-cross'],
		'not-applicable': ['grey', 'circle-dash'],
		'signed-fact': ['amber', 'pen'],
		unverified: isQuiet ? ['grey', 'circle'] : ['red', 'circle-cross'],
	}
	const [tone, icon] = looks[status]
	return (
		<Chip tone={tone} icon={icon}>
			{t(isQuiet && status === 'unmet' ? 'words.gateStatus.open' : `words.gateStatus.${status}`)}
		</Chip>
	)
}

/** How many rules stand how: 已满足 10、不适用 2. */
export function GateCounts({ rules }: { rules: readonly { readonly status: RuleStatus }[] }) {
	const { t } = useTranslation()
	const order: readonly RuleStatus[] = ['unmet', 'unverified', 'met', 'signed-fact', 'not-applicable']
	return (
		<>
			{order
				.map((status) => ({ status, count: rules.filter((rule) => rule.status === status).length }))
				.filter(({ count }) => count > 0)
				.map(({ status, count }) => t('gate.count', { status: t(`words.gateStatus.${status}`), count }))
				.join(t('gate.comma'))}
		</>
	)
}

/** 必须修改 or 建议. */
export function ItemKindChip({ kind }: { kind: ItemKind }) {
	const { t } = useTranslation()
	return <Chip tone={kind === 'must' ? 'amber' : 'grey'}>{t(`words.itemKind.${kind}`)}</Chip>
}

/** The drafter's answer to an item. */
export function ReplyChip({ answer }: { answer: ReplyAnswer }) {
	const { t } = useTranslation()
	const tones: Record<ReplyAnswer, Tone> = { adopted: 'green', partly: 'blue', 'not-adopted': 'amber' }
	return <Chip tone={tones[answer]}>{t(`words.reply.${answer}`)}</Chip>
}

/** The reviewer's verdict on an item. */
export function VerdictChip({ verdict }: { verdict: RecheckVerdict | null }) {
	const { t } = useTranslation()
	const looks: Record<RecheckVerdict, [Tone, IconName]> = {
		settled: ['green', 'check'],
		unsettled: ['red', 'cross'],
		retained: ['amber', 'pen'],
	}
	if (verdict === null) return <Chip tone="grey">{t('words.verdict.pending')}</Chip>
	const [tone, icon] = looks[verdict]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`words.verdict.${verdict}`)}
		</Chip>
	)
}
