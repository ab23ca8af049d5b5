import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { MEETING_PAPER as W } from '#app/locales/papers/meeting-paper.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import { translator } from '#app/locales/translator.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import type { Packet, PacketItem } from '#app/services/read-packet.server.ts'
import { OpinionPaper } from './opinion-paper.tsx'
import { PaperSheet } from './page.tsx'

/** Papers are Chinese whatever the screen speaks. */
const t = translator('zh-CN')

/** The agenda as it is printed: every item with its review, and at the end what came in without the gate. */
export function AgendaPaper({ packet }: { packet: Packet }) {
	const { heading, agenda } = packet
	const slots = agenda.filter((entry) => entry.matterId === null)
	const decisions = agenda.filter((entry) => entry.matterId !== null)
	return (
		<PaperSheet label={W.agenda(heading.title)}>
			<h1>
				{heading.organ}
				<br />
				{W.agenda(heading.title)}
			</h1>
			<p className="flush">{W.time + formatInstant(heading.startsAt, 'zh-CN')}</p>
			<p className="flush">{W.place + heading.place}</p>
			{heading.chair ? <p className="flush">{W.chair + heading.chair}</p> : null}
			{slots.map((slot) => (
				<p
					key={slot.agendaItemId}
				>{`${zhCn.meeting.slot[slot.kind === 'study' ? 'study' : 'transmission']}：${slot.title}`}</p>
			))}
			<h2>{W.items}</h2>
			<table>
				<thead>
					<tr>
						<th scope="col">{W.column.number}</th>
						<th scope="col">{W.column.title}</th>
						<th scope="col">{W.column.organ}</th>
						<th scope="col">{W.column.review}</th>
					</tr>
				</thead>
				<tbody>
					{decisions.map((entry, at) => (
						<tr key={entry.agendaItemId}>
							<td>{writeNumber(at + 1)}</td>
							<td>{entry.title}</td>
							<td>{entry.organ}</td>
							<td>{reviewWords(entry)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className="flush">{`${W.withoutGate}。${W.blocked(packet.blockedListings)}`}</p>
		</PaperSheet>
	)
}

/** What the review column says; facts that somebody signed stand in bold. */
function reviewWords({ clearance, problem }: Packet['agenda'][number]) {
	if (problem || !clearance) return <strong>{W.notPrinted}</strong>
	if (clearance.kind !== 'reviewed') return <strong>{W.kind[clearance.kind]}</strong>
	return clearance.explanation ? (
		<strong>{W.explained(clearance.number)}</strong>
	) : (
		W.cleared(clearance.number)
	)
}

/** The pages of one item: its sheet with all rules, the cleared text, the opinion, the replies. */
export function ItemPages({
	item,
	number,
	verifiedAt,
}: {
	item: PacketItem
	number: number
	verifiedAt: string
}) {
	const numeral = writeNumber(number)
	return (
		<>
			<ItemSheet item={item} numeral={numeral} verifiedAt={verifiedAt} />
			<PaperSheet label={W.text(numeral)}>
				{item.text
					.split('\n')
					.map((line, at) => (at === 0 ? <h1 key={at}>{line}</h1> : <p key={at}>{line}</p>))}
				<p className="flush">{W.hash(item.contentSha256)}</p>
			</PaperSheet>
			{item.opinion ? <OpinionPaper paper={item.opinion} /> : null}
			{item.replies.length > 0 ? <ReplyPaper item={item} numeral={numeral} /> : null}
		</>
	)
}

function ItemSheet({ item, numeral, verifiedAt }: { item: PacketItem; numeral: string; verifiedAt: string }) {
	const { clearance } = item
	const tracks = item.tracks.map((track) => zhCn.words.track[track]).join('、')
	const count = (status: string) => item.rules.filter((rule) => rule.status === status).length
	return (
		<PaperSheet label={W.sheet(numeral)}>
			<h1>{W.sheet(numeral)}</h1>
			<table>
				<tbody>
					<SheetRow name={W.fact.title} words={W.version(item.title, item.versionNo)} />
					<SheetRow name={W.fact.tracks} words={tracks} />
					<SheetRow name={W.fact.organ} words={`${item.organ}　${item.presenter}`} />
					{item.minutes === null ? null : <SheetRow name={W.fact.minutes} words={W.minutes(item.minutes)} />}
					<SheetRow
						name={W.fact.review}
						words={`${zhCn.words.clearanceKind[clearance.kind]}　${W.issued(clearance.number, formatPaperDay(clearance.issuedAt))}`}
						isSigned={clearance.kind !== 'reviewed'}
					/>
					{clearance.explanation ? (
						<SheetRow
							name={W.fact.retained}
							words={
								clearance.kind === 'out-of-scope' ? W.excluded(clearance.explanation) : clearance.explanation
							}
							isSigned
						/>
					) : null}
				</tbody>
			</table>
			<h2>{W.gate}</h2>
			<table>
				<thead>
					<tr>
						<th scope="col">{W.gateColumn.number}</th>
						<th scope="col">{W.gateColumn.rule}</th>
						<th scope="col">{W.gateColumn.status}</th>
						<th scope="col">{W.gateColumn.ground}</th>
					</tr>
				</thead>
				<tbody>
					{item.rules.map((rule, at) => (
						<tr key={rule.id} className={rule.status === 'signed-fact' ? 'font-bold' : ''}>
							<td>{at + 1}</td>
							<td>{zhCn.gate.rule[rule.id]}</td>
							<td>{`${W.sign[rule.status]} ${zhCn.words.gateStatus[rule.status]}`}</td>
							<td>{t(`gate.fact.${rule.fact}` as 'gate.fact.no-clearance', { ...rule.figures })}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className="flush">
				{W.sum({ met: count('met'), notApplicable: count('not-applicable'), signed: count('signed-fact') })}
			</p>
			<p className="flush">{W.hash(item.contentSha256)}</p>
			<p className="flush">{W.verified(formatInstant(verifiedAt, 'zh-CN'))}</p>
		</PaperSheet>
	)
}

function SheetRow({ name, words, isSigned = false }: { name: string; words: string; isSigned?: boolean }) {
	return (
		<tr>
			<th scope="row" className="w-[6em]">
				{name}
			</th>
			<td className={isSigned ? 'font-bold' : ''}>{words}</td>
		</tr>
	)
}

function ReplyPaper({ item, numeral }: { item: PacketItem; numeral: string }) {
	return (
		<PaperSheet label={W.replies(numeral)}>
			<h1>{W.replies(numeral)}</h1>
			<table>
				<thead>
					<tr>
						<th scope="col">{W.replyColumn.place}</th>
						<th scope="col">{W.replyColumn.problem}</th>
						<th scope="col">{W.replyColumn.answer}</th>
						<th scope="col">{W.replyColumn.verdict}</th>
					</tr>
				</thead>
				<tbody>
					{item.replies.map((reply, at) => (
						<tr key={at}>
							<td>{reply.place}</td>
							<td>{reply.problem}</td>
							<td>{reply.answer ? `${zhCn.words.reply[reply.answer]}　${reply.text}` : ''}</td>
							<td className={reply.verdict === 'retained' ? 'font-bold' : ''}>
								{zhCn.words.verdict[reply.verdict ?? 'pending']}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</PaperSheet>
	)
}
