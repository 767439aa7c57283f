/** The elements by their tags, so that what `querySelector` finds is known. */
interface HTMLElementTagNameMap {
  'parley-badge': import('../../main/webapp/ui/badge.js').ParleyBadge;
  'parley-button': import('../../main/webapp/ui/button.js').ParleyButton;
  'parley-composer': import('../../main/webapp/widget/composer.js').Composer;
  'parley-dialog': import('../../main/webapp/ui/dialog.js').ParleyDialog;
  'parley-field': import('../../main/webapp/ui/field.js').ParleyField;
  'parley-list': import('../../main/webapp/ui/list.js').ParleyList;
  'parley-list-item': import('../../main/webapp/ui/list.js').ParleyListItem;
  'parley-log': import('../../main/webapp/widget/message-log.js').MessageLog;
  'parley-toast': import('../../main/webapp/ui/toast.js').ParleyToast;
  'parley-window': import('../../main/webapp/widget/chat-window.js').ChatWindow;
}
