import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { formatPaperDay, formatPaperInstant } from '#app/locales/format-dates.ts'
import { MEETING_PAPER as W } from '#app/locales/papers/meeting-paper.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import { learnLanguage, translator } from '#app/locales/translator.ts'
import type { Packet, PacketItem } from '#app/services/meeting/read-packet.server.ts'
import { LEAD_DAYS } from '#app/domain/meeting/proposal-terms.ts'
import { ChangeRows } from '#app/components/redline/change-rows.tsx'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { OpinionPaper } from '#app/components/review/opinion-paper.tsx'
import { PaperSheet } from '#app/components/frame/page.tsx'

/** Papers are Chinese whatever the screen speaks. */
// Papers are Chinese, whoever reads them.
learnLanguage('zh-CN', zhCn)
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
			<p className="flush">{W.time + formatPaperInstant(heading.startsAt)}</p>
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
						<th scope="col" className="w-[2.5em]">
							{W.column.number}
						</th>
						<th scope="col">{W.column.title}</th>
						<th scope="col" className="w-[9em]">
							{W.column.organ}
						</th>
						<th scope="col" className="w-[12em]">
							{W.column.review}
						</th>
					</tr>
				</thead>
				<tbody>
					{decisions.map((entry, at) => (
						<tr key={entry.agendaItemId}>
							<td>{writeNumber(at + 1)}</td>
							<td>{entry.title}</td>
							<td>{entry.organ}</td>
							<td>{reviewWords(entry, packet.items)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className="flush">
				{heading.approval
					? W.approved(heading.approval.by, formatPaperDay(`${heading.approval.on}T00:00:00+08:00`))
					: W.notApproved}
			</p>
		</PaperSheet>
	)
}

/** What the review column says: the opinion's own conclusion with its number. Facts that somebody signed stand in bold. */
function reviewWords({ agendaItemId, clearance, problem }: Packet['agenda'][number], items: Packet['items']) {
	if (problem || !clearance) return <strong>{W.notPrinted}</strong>
	if (clearance.kind !== 'reviewed') return <strong>{W.kind[clearance.kind]}</strong>
	const concluded = items
		.find((item) => item.agendaItemId === agendaItemId)
		?.rules.find((rule) => rule.id === 'H2')
	const opinion = String(concluded?.figures?.['opinion'] ?? '')
	switch (concluded?.fact) {
		case 'found-lawful':
			return W.concluded(opinion, W.conclusion.lawful)
		case 'amended':
			return W.concluded(opinion, W.conclusion.amended)
		case 'difference-retained':
			return <strong>{W.concluded(opinion, W.conclusion.retained)}</strong>
		default:
			return <strong>{W.notPrinted}</strong>
	}
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
				<DocumentView
					document={item.reading.document}
					images={`/matters/${item.matterId}/images/${item.reading.fileSha256}`}
				/>
				<p className="flush">{W.hash(item.contentSha256)}</p>
			</PaperSheet>
			{item.opinion ? <OpinionPaper paper={item.opinion} /> : null}
			{item.replies.length > 0 ? <ReplyPaper item={item} numeral={numeral} /> : null}
			{item.changes ? <ChangePaper item={item} changes={item.changes} numeral={numeral} /> : null}
		</>
	)
}

function ItemSheet({ item, numeral, verifiedAt }: { item: PacketItem; numeral: string; verifiedAt: string }) {
	const { clearance } = item
	const tracks = item.tracks.map((track) => zhCn.words.track[track]).join('、')
	const judged = [...item.rules, ...item.terms]
	const count = (status: string) => judged.filter((each) => each.status === status).length
	const marked = (mark: string) => item.rules.filter((rule) => rule.mark === mark).length
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
			<table className="dense">
				<thead>
					<tr>
						<th scope="col">{W.gateColumn.number}</th>
						<th scope="col" className="w-[9em]">
							{W.gateColumn.rule}
						</th>
						<th scope="col" className="w-[13em]">
							{W.gateColumn.ground}
						</th>
						<th scope="col">{W.gateColumn.fact}</th>
						<th scope="col" className="w-[6em]">
							{W.gateColumn.status}
						</th>
					</tr>
				</thead>
				<tbody>
					{item.rules.map((rule, at) => (
						<tr key={rule.id} className={rule.status === 'signed-fact' ? 'font-bold' : ''}>
							<td>{at + 1}</td>
							<td>{zhCn.gate.rule[rule.id]}</td>
							<td>
								{rule.grounds.map(({ words, mark }) => (
									<span key={words} className="block">{`${words}〔${zhCn.gate.ground[mark]}〕`}</span>
								))}
							</td>
							<td>{t(`gate.fact.${rule.fact}` as 'gate.fact.no-clearance', { ...rule.figures })}</td>
							<td>
								{rule.mark
									? W.mark[rule.mark]
									: `${W.sign[rule.status]} ${zhCn.words.gateStatus[rule.status]}`}
							</td>
						</tr>
					))}
					{item.terms.map((term, at) => (
						<tr key={term.id}>
							<td>{item.rules.length + at + 1}</td>
							<td>{W.term[term.id]}</td>
							<td>{`${W.termGround}〔${zhCn.gate.ground['to-be-confirmed']}〕`}</td>
							<td className={term.status === 'met' ? '' : 'font-bold'}>
								{term.id === 'lead-time'
									? W.leadTime(term.days, LEAD_DAYS)
									: term.status === 'unmet'
										? W.noConsent
										: W.consentTyped(term.words)}
							</td>
							<td>{`${W.sign[term.status]} ${zhCn.words.gateStatus[term.status]}`}</td>
						</tr>
					))}
				</tbody>
			</table>
			<div className="notes">
				<p className="flush">
					{W.sum({
						all: judged.length,
						met: count('met'),
						shortened: marked('shortened'),
						notApplicable: count('not-applicable'),
						signed: count('signed-fact') - marked('not-tested'),
						unverified: count('unverified') + marked('not-tested'),
						unmet: count('unmet'),
					})}
				</p>
				<p className="flush">{W.hash(item.contentSha256)}</p>
				<p className="flush">{W.verified(formatPaperInstant(verifiedAt))}</p>
			</div>
		</PaperSheet>
	)
}

function SheetRow({ name, words, isSigned = false }: { name: string; words: string; isSigned?: boolean }) {
	return (
		<tr>
			<th scope="row" className="w-[7em]">
				{name}
			</th>
			<td className={isSigned ? 'font-bold' : ''}>{words}</td>
		</tr>
	)
}

/** What changed since the text that the opinion was on, clause by clause. */
function ChangePaper(props: {
	item: PacketItem
	changes: NonNullable<PacketItem['changes']>
	numeral: string
}) {
	const { item, changes, numeral } = props
	return (
		<PaperSheet label={W.changes(numeral)}>
			<h1>{W.changes(numeral)}</h1>
			<p>{W.changesLead(changes.sinceVersionNo, item.versionNo)}</p>
			{changes.blocks.map((block) => (
				<section key={block.anchor}>
					<h2 className="break-after-avoid">
						{W.clauses(
							block.old.map((clause) => clause.label).join('、'),
							block.new.map((clause) => clause.label).join('、'),
						)}
					</h2>
					<ChangeRows block={block} />
				</section>
			))}
		</PaperSheet>
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
