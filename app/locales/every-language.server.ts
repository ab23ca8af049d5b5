import { en } from './en/resources.ts'
import { learnLanguage } from './translator.ts'
import { zhCn } from './zh-cn/resources.ts'

/** The server speaks every language; a browser learns the one that its reader reads. */
export function learnEveryLanguage(): void {
	learnLanguage('zh-CN', zhCn)
	learnLanguage('en', en)
}
