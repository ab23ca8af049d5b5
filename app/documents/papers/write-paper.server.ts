import type { Redline } from '#app/domain/redline/redline.ts'
import { writeComparisonSheet } from '../comparison-table/write-comparison-sheet.server.ts'
import { writeComparisonTable } from '../comparison-table/write-comparison-table.server.ts'
import { writeMarkedFile } from '../own-draft/write-marked-file.server.ts'
import type { PaperFacts, RedlinePaper } from './paper-facts.ts'

/** Writes one of the papers of a comparison. */
export async function writePaper(
	paper: RedlinePaper,
	facts: PaperFacts,
	redline: Redline,
): Promise<Uint8Array> {
	switch (paper) {
		case 'marked-draft':
			return writeMarkedFile(facts, redline, 'new')
		case 'marked-older':
			return writeMarkedFile(facts, redline, 'old')
		case 'comparison-table':
			return writeComparisonTable({ ...facts, redline })
		case 'comparison-sheet':
			return writeComparisonSheet({ ...facts, redline })
	}
}
