import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'

/** Every invisible character of a version: its code point, where it stands, how often. */
export function UnseenCharacters({ characters }: { characters: readonly UnseenCharacter[] }) {
	const { t } = useTranslation()
	return (
		<ul>
			{characters.map((each, index) => (
				<li key={index} className="flex flex-wrap gap-x-3 py-1 text-table">
					<code className="font-semibold">{each.codePoint}</code>
					<span className="text-ink2">{unseenPlace(each, t)}</span>
					{each.words === undefined ? null : <q lang="zh-CN">{each.words}</q>}
				</li>
			))}
		</ul>
	)
}

/** Where an invisible character stands, in words. */
function unseenPlace({ file, place, line, count }: UnseenCharacter, t: TFunction): string {
	return [
		file === undefined ? '' : t('intake.draft.inAnnex', { file }),
		place ?? '',
		line === undefined ? '' : t('intake.draft.line', { line }),
		t('intake.draft.times', { count }),
	]
		.filter((words) => words !== '')
		.join(' · ')
}
