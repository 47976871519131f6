/** Registers the settings' element. */

import { SettingsScreen } from './settings-screen.ts';

customElements.define('heartward-settings-page', SettingsScreen);
