/** The languages of every screen and paper; Chinese first. */
export const LANGUAGES = ['zh-CN', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** The cookie that keeps the choice; it is read by both sides and carries nothing else. */
export const LANGUAGE_COOKIE = 'lang'

/** The language of a request: the kept choice, else Chinese. */
export function languageOfRequest(request: Request): Language {
	return readLanguage(cookieValue(request.headers.get('Cookie') ?? '', LANGUAGE_COOKIE))
}

/** The language of a page that the server has rendered. */
export function languageOfDocument(page: Document): Language {
	return readLanguage(page.documentElement.lang)
}

/** A known language, or Chinese. */
export function readLanguage(text: string | null): Language {
	return LANGUAGES.find((language) => language === text) ?? 'zh-CN'
}

/** The value of one cookie in a Cookie header, or null. */
export function cookieValue(header: string, name: string): string | null {
	for (const part of header.split(';')) {
		const [key, value] = part.trim().split('=')
		if (key === name && value !== undefined) return decoded(value)
	}
	return null
}

/** A cookie that somebody else has spoilt says nothing; it must not break every page. */
function decoded(value: string): string | null {
	try {
		return decodeURIComponent(value)
	} catch {
		return null
	}
}
