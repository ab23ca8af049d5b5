import type { ReactNode } from 'react'
import { PaperSheet } from '#app/components/frame/page.tsx'
import {
	textOfLine,
	type LineKind,
	type PaperNode,
	type PaperOnPage,
	type Words,
} from '#app/domain/paper/paper.ts'
import { partsBySense } from '#app/domain/paper/parts-by-sense.ts'
import { widthOf } from '#app/domain/paper/signature-places.ts'
import { columnWidths, isDense } from '#app/domain/paper/table-widths.ts'
import { formatPaperInstant } from '#app/locales/format-dates.ts'
import { SEAL_WORDS } from '#app/locales/papers/seal-words.ts'

/** The last lines of a paper, which stay together and with what is above them. */
const ENDING: readonly LineKind[] = ['hands', 'note', 'organ', 'signer', 'day']

/** Characters in a line of a table, by the size of its type (156 mm). */
const TABLE_LINE = { plain: 442 / 12, dense: 442 / 10.5 } as const

/** A paper by GB/T 9704 from its nodes: every word on it is a sentence of the model, or its seal. */
export function PaperView({ paper, head }: { paper: PaperOnPage; head?: ReactNode }) {
	const { title, nodes } = paper
	const end = endingOf(nodes)
	return (
		<PaperSheet label={title}>
			{head}
			{nodes.slice(0, end).map((node, at) => (
				<Node key={at} node={node} />
			))}
			<div className="ending">
				<Ending nodes={nodes.slice(end)} />
				<Seal paper={paper} />
			</div>
		</PaperSheet>
	)
}

/** The last lines; whoever issues the paper and the day stand as GB/T 9704-2012 7.3.5 places them. */
function Ending({ nodes }: { nodes: readonly PaperNode[] }) {
	return nodes.map((node, at) => {
		const day = nodes[at + 1]
		if (node.kind === 'table' || node.kind === 'day') return null
		if (node.kind !== 'organ' && node.kind !== 'signer') return <Node key={at} node={node} />
		const { text } = node.words
		const under = day && day.kind !== 'table' ? day.words.text : ''
		const isWide = node.kind === 'organ' && widthOf(text) > widthOf(under) + 8
		return (
			<div key={at} className={`signature ${node.kind} ${isWide ? 'wide' : ''}`}>
				<p className="by">{text}</p>
				<p>{under}</p>
			</div>
		)
	})
}

function Seal({ paper: { number, seal } }: { paper: PaperOnPage }) {
	if (!seal) return <p className="note">{SEAL_WORDS.unsealed}</p>
	return (
		<div className="seal">
			{SEAL_WORDS.printed(number ?? null, seal.sha256.slice(0, 16), seal.code).map((words) => (
				<p key={words}>{words}</p>
			))}
			<p className="no-print">{SEAL_WORDS.sealed(formatPaperInstant(seal.sealedAt))}</p>
		</div>
	)
}

function Node({ node }: { node: PaperNode }) {
	if (node.kind === 'table') return <NodeTable node={node} />
	const text = textOfLine(node)
	switch (node.kind) {
		case 'title':
			return <h1>{bySense(text)}</h1>
		case 'subject':
			return <p className="subject">{bySense(text)}</p>
		case 'heading':
			return <h2 className="break-after-avoid">{text}</h2>
		case 'subheading':
			return <h3 className="break-after-avoid">{text}</h3>
		case 'paragraph':
			return <p>{text}</p>
		case 'fact':
		case 'roll':
			return <p className={node.kind}>{labelled(text)}</p>
		default:
			return <p className={node.kind}>{text}</p>
	}
}

/** The label of a fact stands in 黑体, as the labels of minutes do (GB/T 9704-2012 10.3). */
function labelled(text: string): ReactNode {
	const end = text.indexOf('：') + 1
	return end === 0 ? (
		text
	) : (
		<>
			<span className="label">{text.slice(0, end)}</span>
			{text.slice(end)}
		</>
	)
}

function bySense(text: string): ReactNode {
	return partsBySense(text).map((part, at) => (
		<span key={at} className="inline-block">
			{part}
		</span>
	))
}

function NodeTable({ node }: { node: Extract<PaperNode, { kind: 'table' }> }) {
	const look = isDense(node) ? 'dense' : 'plain'
	return (
		<table className={look}>
			<colgroup>
				{/* By attribute: the content security policy lets no style stand in the markup. */}
				{columnWidths(node, TABLE_LINE[look]).map((width, at) => (
					<col key={at} width={`${width.toFixed(2)}%`} />
				))}
			</colgroup>
			{node.head.length > 0 ? (
				<thead>
					<tr>
						{node.head.map((words) => (
							<th key={words.text} scope="col">
								{words.text}
							</th>
						))}
					</tr>
				</thead>
			) : null}
			<tbody>
				{node.rows.map((row, at) => (
					<tr key={at} className={`${row.isStrong ? 'strong' : ''} ${row.isUntested ? 'untested' : ''}`}>
						{row.cells.map((cell, place) => (
							<Cell key={place} words={cell} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	)
}

function Cell({ words }: { words: readonly Words[] }) {
	return (
		<td>
			{words.map(({ text }, at) => (
				<span key={at} className="block">
					{text}
				</span>
			))}
		</td>
	)
}

/** Where the last lines begin: behind the last table and the last line of another kind. */
function endingOf(nodes: readonly PaperNode[]): number {
	let end = nodes.length
	for (;;) {
		const node = nodes[end - 1]
		if (node === undefined || node.kind === 'table' || !ENDING.includes(node.kind)) return end
		end -= 1
	}
}
