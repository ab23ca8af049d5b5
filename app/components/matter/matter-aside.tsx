import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type MatterState, DECIDED_STATES } from '#app/domain/matter/matter-state.ts'
import type { MatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { AgendaChip } from '#app/components/frame/chips.tsx'
import { Deadlines } from './deadlines.tsx'
import { GateList } from '#app/components/meeting/gate-list.tsx'

const DECIDED: readonly MatterState[] = DECIDED_STATES

function isBeforeDecision(state: MatterState): boolean {
	return !DECIDED.includes(state)
}

/** Beside a matter: what can be done, how its period is counted, what a meeting still asks for, and who works on it. */
export function MatterAside({ page }: { page: MatterPage }) {
	return (
		<>
			<Acts page={page} />
			<Deadlines lines={page.deadlines} />
			{isBeforeDecision(page.heading.state) ? <Gate page={page} /> : null}
			<Agenda page={page} />
			<Hands page={page} />
		</>
	)
}

/** What machine and permission allow now; what is still missing stands in words instead of a dead button. */
function Acts({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	return (
		<Card title={t('matter.acts.title')} isOnPaper={false}>
			{page.acts.length === 0 ? <p className="text-table text-ink2">{t('matter.acts.none')}</p> : null}
			<ul>
				{page.acts.map(({ act, path, unmet }) => (
					<li key={act} className="py-1">
						{unmet.length === 0 ? (
							<LinkButton to={path}>{t(`acts.button.${act}`)}</LinkButton>
						) : (
							<>
								<Link to={path}>{t(`acts.button.${act}`)}</Link>
								<span className="block text-quiet text-ink3">
									{t('matter.acts.missing', {
										list: unmet.map((each) => t(`acts.missing.${each}`)).join('；'),
									})}
								</span>
							</>
						)}
					</li>
				))}
			</ul>
		</Card>
	)
}

function Gate({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	const unmet = page.rules.filter((rule) => rule.status === 'unmet')
	return (
		<Card
			title={unmet.length === 0 ? t('matter.gate.open') : t('matter.gate.left', { count: unmet.length })}
			padded={false}
		>
			<div className="no-print">
				<GateList rules={page.rules} only="unmet" isQuiet />
				{unmet.some(({ fact }) => fact === 'law-changed') ? (
					<p className="px-4 py-2 text-table">
						<Link to={`/matters/${page.heading.matterId}/law`}>{t('matter.gate.law')}</Link>
					</p>
				) : null}
			</div>
			<details className="px-4 py-2 print:px-0 print:py-0">
				<summary className="no-print text-table text-accent">{t('matter.gate.all')}</summary>
				<GateList rules={page.rules} isQuiet />
			</details>
		</Card>
	)
}

function Agenda({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	if (page.agenda.length === 0) return null
	return (
		<Card title={t('matter.agenda.title')}>
			<ul>
				{page.agenda.map((item) => (
					<li key={item.id} className="py-1 text-table print:py-0">
						<AgendaChip state={item.state} />{' '}
						{item.meetingId === null ? (
							t('matter.agenda.pool')
						) : item.isLinked ? (
							<Link to={`/meetings/${item.meetingId}`}>{item.meeting}</Link>
						) : (
							item.meeting
						)}
						{item.outcome ? ` · ${t(`words.outcome.${item.outcome}`)}` : ''}
						{item.outcome === 'other' ? (
							<Ruling matterId={page.heading.matterId} ruling={item.ruling} />
						) : null}
						{item.deferrals > 0 ? ` · ${t('matter.agenda.deferrals', { count: item.deferrals })}` : ''}
					</li>
				))}
			</ul>
			<InRegister registration={page.registration} matterId={page.heading.matterId} />
		</Card>
	)
}

/** What was ruled above on what the meeting has referred, or where that will be read. */
function Ruling({
	matterId,
	ruling,
}: {
	readonly matterId: string
	readonly ruling: MatterPage['agenda'][number]['ruling']
}) {
	const { t } = useTranslation()
	const said = ruling && {
		body: t(`ruling.body.${ruling.body}`),
		result: t(`ruling.result.${ruling.result}`),
	}
	return (
		<>
			{' · '}
			<Link to={`/matters/${matterId}/ruling`}>
				{said ? t('ruling.ruled.said', said) : t('ruling.ofMatter')}
			</Link>
		</>
	)
}

/** What a meeting has passed is registered, numbered, issued and published, and then stands in the library. */
function InRegister({
	registration,
	matterId,
}: {
	registration: MatterPage['registration']
	matterId: string
}) {
	const { t } = useTranslation()
	if (registration?.document)
		return (
			<p className="mt-2 border-t border-line pt-2 text-table">
				{t('register.ofMatter.registered')}
				<Link to={`/register/${registration.document.id}`} lang="zh-CN">
					{registration.document.documentNumber}
				</Link>
				{registration.isBeingIssued ? (
					<Link className="no-print block" to={`/register/issuing/${matterId}`}>
						{t('register.ofMatter.filing')}
					</Link>
				) : null}
			</p>
		)
	if (!registration?.isBeingIssued) return null
	return (
		<p className="no-print mt-2 border-t border-line pt-2 text-table">
			<Link to={`/register/issuing/${matterId}`}>{t('register.ofMatter.issuing')}</Link>
		</p>
	)
}

function Hands({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	return (
		<Card title={t('matter.hands.title')}>
			<dl className="columns-on-paper">
				{page.hands.map(({ hand, names }) => (
					<Fact key={hand} name={t(`matter.hands.${hand}`)}>
						{names}
					</Fact>
				))}
			</dl>
		</Card>
	)
}
