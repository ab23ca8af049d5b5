import { useTranslation } from 'react-i18next'
import type { DraftUnseen } from '#app/services/drafting/read-draft-page.server.ts'
import { LinkButton } from '#app/components/form/button.tsx'
import { UnseenCharacters } from './unseen-characters.tsx'

/** What to do about the invisible characters of a text: remove them, or ask the intake; or that they may stand. */
export function UnseenNotice({ matterId, unseen }: { matterId: string; unseen: DraftUnseen }) {
	const { t } = useTranslation()
	if (unseen.standing === 'none') return null
	const isOpen = unseen.standing !== 'waived'
	return (
		<section
			className={`mb-3 rounded border border-l-4 bg-surface px-4 py-2 ${isOpen ? 'border-bad' : 'border-line'}`}
		>
			<h3 className="text-table font-semibold">
				{isOpen ? t('intake.draft.unseen') : t('intake.draft.waived')}
			</h3>
			{isOpen ? <p className="text-table">{t('intake.draft.unseenLead')}</p> : null}
			<UnseenCharacters characters={unseen.characters} />
			{unseen.standing === 'asked' ? <p className="text-table">{t('intake.waiver.waiting')}</p> : null}
			<LinkButton to={`/matters/${matterId}/waiver`}>
				{unseen.standing === 'blocks' ? t('intake.draft.toWaiver') : t('intake.draft.toWaivers')}
			</LinkButton>
		</section>
	)
}
