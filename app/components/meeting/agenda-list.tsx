import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SLOT_KINDS } from '#app/domain/meeting/meeting-kind.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { AgendaEntry, MeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField, TextField } from '#app/components/form/fields.tsx'
import { about, sending } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Icon } from '#app/components/frame/icon.tsx'
import { EmptyState, HashText } from '#app/components/frame/page.tsx'

type Props = {
	readonly page: MeetingPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** The agenda as the view and the files bear it out at this moment, in order. */
export function AgendaList({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { agenda, heading } = page
	const decided = page.outcomes.flatMap((each) => (each.outcome ? { ...each, outcome: each.outcome } : []))
	const length = agenda.length + decided.length
	const minutes = agenda.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0)
	const note = [
		t('meeting.agenda.count', { count: length }),
		minutes > 0 ? t('meeting.agenda.minutes', { minutes }) : '',
	]
	const isEdited = heading.open.includes('agenda.edited')
	return (
		<Card
			title={t('meeting.agenda.title')}
			note={note.filter((part) => part !== '').join(' · ')}
			padded={false}
		>
			{length === 0 ? (
				<EmptyState>{t('meeting.agenda.empty')}</EmptyState>
			) : (
				<ol>
					{agenda.map((entry, index) => (
						<li
							key={entry.agendaItemId}
							className="flex gap-3 border-b border-line px-4 py-3 last:border-b-0"
						>
							<span className="w-[2em] shrink-0 text-ink3">{index + 1}</span>
							<div className="min-w-0 flex-1">
								<Line entry={entry} verifiedAt={page.verifiedAt} />
								{isEdited ? (
									<LineForms
										entry={entry}
										isFirst={index === 0}
										isLast={index === agenda.length - 1}
										page={page}
										commandKey={commandKey}
										answer={answer}
									/>
								) : null}
							</div>
						</li>
					))}
					{decided.map((entry, index) => (
						<li
							key={entry.agendaItemId}
							className="flex gap-3 border-b border-line px-4 py-3 last:border-b-0"
						>
							<span className="w-[2em] shrink-0 text-ink3">{agenda.length + index + 1}</span>
							<span className="min-w-0 flex-1 font-semibold">{entry.title}</span>
							<Chip tone="grey" icon="check">
								{t(`words.outcome.${entry.outcome}`)}
							</Chip>
						</li>
					))}
				</ol>
			)}
			{isEdited ? <SlotForm page={page} commandKey={commandKey} answer={answer} /> : null}
		</Card>
	)
}

function Line({ entry, verifiedAt }: { entry: AgendaEntry; verifiedAt: string }) {
	const { t } = useTranslation()
	if (entry.problem)
		return (
			<p role="alert" className="text-bad">
				<Icon name="shield-cross" />{' '}
				{t('meeting.packet.cannotPrint', {
					title: entry.title,
					problem: t(`meeting.agenda.problem.${entry.problem}`),
				})}
			</p>
		)
	if (entry.matterId === null)
		return (
			<p>
				{t('meeting.slotLine', {
					kind: t(`meeting.slot.${entry.kind === 'study' ? 'study' : 'transmission'}`),
					title: entry.title,
				})}
			</p>
		)
	const { clearance } = entry
	return (
		<>
			<p>
				<Link to={`/matters/${entry.matterId}`} className="font-semibold">
					{entry.title}
				</Link>
			</p>
			<p className="text-quiet text-ink3">
				{[
					entry.organ,
					entry.presenter,
					entry.minutes ? t('meeting.agenda.minutes', { minutes: entry.minutes }) : '',
				]
					.filter((part) => part !== '')
					.join(' · ')}
				{entry.deferrals > 0 ? ` · ${t('meeting.pool.deferrals', { count: entry.deferrals })}` : ''}
			</p>
			{clearance ? <ClearedBy clearance={clearance} verifiedAt={verifiedAt} /> : null}
		</>
	)
}

/** Which clearance lets the item stand on the agenda, for which text, and when it was verified. */
function ClearedBy({
	clearance,
	verifiedAt,
}: {
	clearance: NonNullable<AgendaEntry['clearance']>
	verifiedAt: string
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<>
			<p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-quiet text-ink2">
				<Chip
					tone={clearance.kind === 'reviewed' ? 'green' : 'amber'}
					icon={clearance.kind === 'reviewed' ? 'shield-check' : 'pen'}
				>
					{t('meeting.agenda.cleared', {
						kind: t(`words.clearanceKind.${clearance.kind}`),
						number: clearance.number,
					})}
				</Chip>
				<span>{t('meeting.agenda.version', { version: clearance.versionNo })}</span>
				<HashText hash={clearance.contentSha256} />
				<span>{t('meeting.agenda.verified', { time: formatInstant(verifiedAt, language) })}</span>
			</p>
			{clearance.explanation ? (
				<p className="text-quiet text-warn">
					{t('meeting.agenda.explained', { words: clearance.explanation })}
				</p>
			) : null}
		</>
	)
}

function LineForms(props: LineProps) {
	const { t } = useTranslation()
	const { entry, isFirst, isLast, page, commandKey, answer } = props
	const { agendaItemId } = entry
	const delisting = about(MEETING.delist, { item: agendaItemId ?? '' })
	return (
		<div className="no-print mt-1 flex flex-wrap items-start gap-2">
			{isFirst && isLast && entry.matterId !== null ? null : <MoveForm {...props} />}
			{entry.matterId === null ? null : (
				<details open={answerTo(answer, delisting) !== undefined}>
					<summary className="py-1 text-table text-accent">{t('meeting.agenda.delist')}</summary>
					<CommandForm commandKey={commandKey} seen={page.heading.revision} answer={answer} about={delisting}>
						<TextField
							name={MEETING.delist.reason}
							id={`delist-${agendaItemId}`}
							label={t('meeting.agenda.delistReason')}
						/>
						<Button look="danger">{t('meeting.agenda.delist')}</Button>
					</CommandForm>
				</details>
			)}
		</div>
	)
}

type LineProps = Props & { entry: AgendaEntry; isFirst: boolean; isLast: boolean }

/** Moves a line, or drops one that has no matter; a matter alone on its agenda has nowhere to go. */
function MoveForm({ entry, isFirst, isLast, page, commandKey }: LineProps) {
	const { t } = useTranslation()
	const { agendaItemId } = entry
	return (
		<CommandForm commandKey={commandKey} seen={page.heading.revision} className="flex gap-1">
			<HiddenField name={MEETING.delist.item} value={agendaItemId ?? ''} />
			{isFirst ? null : (
				<Button
					{...sending(MEETING['move-up'])}
					look="text"
					aria-label={`${t('meeting.agenda.up')}：${entry.title}`}
				>
					{t('meeting.agenda.up')}
				</Button>
			)}
			{isLast ? null : (
				<Button
					{...sending(MEETING['move-down'])}
					look="text"
					aria-label={`${t('meeting.agenda.down')}：${entry.title}`}
				>
					{t('meeting.agenda.down')}
				</Button>
			)}
			{entry.matterId === null ? (
				<Button
					{...sending(MEETING['drop-slot'])}
					look="text"
					aria-label={`${t('meeting.agenda.dropSlot')}：${entry.title}`}
				>
					{t('meeting.agenda.dropSlot')}
				</Button>
			) : null}
		</CommandForm>
	)
}

const SLOT = MEETING['add-slot']

function SlotForm({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	return (
		<details
			className="no-print border-t border-line px-4 py-2"
			open={answerTo(answer, about(SLOT)) !== undefined}
		>
			<summary className="text-table text-accent">{t('meeting.agenda.addSlot')}</summary>
			<CommandForm
				answer={answer}
				about={about(SLOT)}
				commandKey={commandKey}
				seen={page.heading.revision}
				className="mt-2"
			>
				<SelectField
					name={SLOT.slotKind}
					label={t('meeting.agenda.slotKind')}
					options={SLOT_KINDS.map((kind) => ({ value: kind, label: t(`meeting.slot.${kind}`) }))}
				/>
				<TextField
					name={SLOT.slotTitle}
					label={t('meeting.agenda.slotTitle')}
					hint={t('meeting.agenda.slotHint')}
				/>
				<Button>{t('meeting.agenda.addSlotButton')}</Button>
			</CommandForm>
		</details>
	)
}
