import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { WorkflowDrawing as Drawing } from '#app/services/matter/draw-workflow.server.ts'
import { Card } from '#app/components/frame/card.tsx'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { codeWords } from '#app/locales/code-words.ts'

/** A machine as a drawing, and the same as a table for whoever reads it line by line. */
export function WorkflowDrawing({ drawing, here }: { drawing: Drawing; here?: string }) {
	const { t } = useTranslation()
	const name = t(`matter.workflow.machine.${drawing.machine}`)
	return (
		<Card title={name} padded={false}>
			<div className="overflow-x-auto p-3" tabIndex={0}>
				<Chart drawing={drawing} name={name} here={here} />
			</div>
			<MoveTable drawing={drawing} here={here} />
		</Card>
	)
}

type Shown = { drawing: Drawing; here: string | undefined }

/** The machine as it runs: states as boxes, moves as arrows, the state of today filled. */
function Chart({ drawing, name, here }: Shown & { name: string }) {
	const { t } = useTranslation()
	const { frame } = drawing
	return (
		<svg
			viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
			width={frame.width}
			height={frame.height}
			className={`h-auto max-w-full ${frame.width > 760 ? 'min-w-[760px]' : ''}`}
			role="img"
			aria-label={t('matter.workflow.chart', { name })}
		>
			<defs>
				<marker
					id={`arrow-${drawing.machine}`}
					viewBox="0 0 8 8"
					refX="7"
					refY="4"
					markerWidth="7"
					markerHeight="7"
					orient="auto"
				>
					<path d="M0 0L8 4L0 8z" fill="var(--ink3)" />
				</marker>
			</defs>
			{drawing.moves.map((move) => (
				<Move key={`${move.from} ${move.to}`} move={move} machine={drawing.machine} />
			))}
			{drawing.states.map((box) => (
				<StateBox key={box.state} box={box} machine={drawing.machine} isHere={box.state === here} />
			))}
		</svg>
	)
}

function Move({ move, machine }: { move: Drawing['moves'][number]; machine: Drawing['machine'] }) {
	const { t } = useTranslation()
	return (
		<path
			d={move.path}
			fill="none"
			stroke="var(--ink3)"
			strokeWidth="1.4"
			markerEnd={`url(#arrow-${machine})`}
		>
			<title>{move.events.map((event) => eventWords(event, t)).join('、')}</title>
		</path>
	)
}

type Box = { box: Drawing['states'][number]; machine: Drawing['machine']; isHere: boolean }

function StateBox({ box: { state, x, y, width, height }, machine, isHere }: Box) {
	const { t } = useTranslation()
	return (
		<g>
			<rect
				x={x}
				y={y}
				width={width}
				height={height}
				rx="4"
				fill={isHere ? 'var(--accent)' : 'var(--surface)'}
				stroke={isHere ? 'var(--accent)' : 'var(--control)'}
				strokeWidth="1.4"
			/>
			<text
				x={x + width / 2}
				y={y + height / 2 + 5}
				textAnchor="middle"
				fontSize="13"
				fill={isHere ? 'var(--on-accent)' : 'var(--ink)'}
			>
				{stateWords(machine, state, t, true)}
			</text>
		</g>
	)
}

/** Each move of the machine on a line: from where, by which act, to where, whose act it is and what it needs. */
function MoveTable({ drawing, here }: Shown) {
	const { t } = useTranslation()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('matter.workflow.column.from')}</th>
					<th scope="col">{t('matter.workflow.column.event')}</th>
					<th scope="col">{t('matter.workflow.column.to')}</th>
					<th scope="col">{t('matter.workflow.column.who')}</th>
					<th scope="col">{t('matter.workflow.column.needs')}</th>
				</tr>
			</thead>
			<tbody>
				{drawing.rows.map((row, at) => (
					<tr key={`${row.from} ${row.event}`} className={row.from === here ? 'bg-accent-soft' : ''}>
						<td>
							{stateWords(drawing.machine, row.from, t)}
							{row.from === here && drawing.rows[at - 1]?.from !== here ? (
								<span className="block text-quiet text-accent">{t('matter.workflow.here')}</span>
							) : null}
						</td>
						<td data-label={t('matter.workflow.column.event')}>{eventWords(row.event, t)}</td>
						<td data-label={t('matter.workflow.column.to')}>
							{row.to
								.map((state) =>
									state === row.from ? t('matter.workflow.stays') : stateWords(drawing.machine, state, t),
								)
								.join(' / ')}
						</td>
						<td data-label={t('matter.workflow.column.who')}>
							{row.roles.length > 0
								? row.roles.map((role) => t(`words.role.${role}`)).join('、')
								: t('matter.workflow.clock')}
						</td>
						<td data-label={t('matter.workflow.column.needs')}>
							{row.needs.map((need) => t(`acts.needs.${need}`)).join('；')}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

const AREAS = {
	matter: 'state',
	agenda: 'agendaState',
	meeting: 'meetingState',
	clearance: 'clearanceState',
} as const

function stateWords(machine: Drawing['machine'], state: string, t: TFunction, isShort = false): string {
	if (isShort && machine === 'matter' && state === 'cleared') return t('words.stateShort.cleared')
	return codeWords(t, `words.${AREAS[machine]}`, state) ?? state
}
