import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { MEETING_PAPER as W } from '#app/locales/papers/meeting-paper.ts'
import type { PacketItem } from '#app/services/packet/read-packet.server.ts'
import { ChangeRows } from '#app/components/redline/change-rows.tsx'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { PaperFile } from '#app/components/paper/paper-file.tsx'
import { PaperView } from '#app/components/paper/paper-view.tsx'
import { PaperSheet } from '#app/components/frame/page.tsx'

/** The pages of one item: its sheet with all rules, the cleared text, and the papers that were sealed on it. */
export function ItemPages(props: { item: PacketItem; number: number; folder: string }) {
	const { item, number, folder } = props
	const numeral = writeNumber(number)
	return (
		<>
			<PaperView paper={item.sheet} head={<PaperFile paper={item.sheet} folder={folder} />} />
			<PaperSheet label={W.text(numeral)}>
				<DocumentView
					document={item.reading.document}
					images={`/matters/${item.matterId}/images/${item.reading.fileSha256}`}
				/>
				<p className="note">{W.hash(item.contentSha256)}</p>
			</PaperSheet>
			{item.papers.map((paper) => (
				<PaperView key={paper.seal?.code ?? paper.title} paper={paper} />
			))}
			{item.changes ? <ChangePaper item={item} changes={item.changes} numeral={numeral} /> : null}
		</>
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
