import type { RedlineRow } from '../redline.ts'
import { hasChange } from './settle-segments.ts'

/** Whether anything of a row changed that is more than typesetting and numbering: its words, or what its cell stands for. */
export function isChangedRow({ merged, cell }: Pick<RedlineRow, 'merged' | 'cell'>): boolean {
	return cell === 'respanned' || (cell !== 'counted' && hasChange(merged))
}
