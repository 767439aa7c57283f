/** The elements by their tags, so that what `querySelector` finds is known. */
interface HTMLElementTagNameMap {
  'admin-form': import('../../main/webapp/console/admin/record-form.js').AdminForm;
  'admin-hours': import('../../main/webapp/console/admin/hours-field.js').AdminHours;
  'board-follow': import('../../main/webapp/console/board/board-follow.js').BoardFollow;
  'console-admin': import('../../main/webapp/console/admin/admin.js').ConsoleAdmin;
  'console-composer': import('../../main/webapp/console/pane/composer.js').ConsoleComposer;
  'console-dialogs': import('../../main/webapp/console/dialogs/desk-dialogs.js').ConsoleDialogs;
  'console-history': import('../../main/webapp/console/pane/history.js').ConsoleHistory;
  'console-invitation-counts': import('../../main/webapp/console/visitors/invitation-counts.js').ConsoleInvitationCounts;
  'console-invite': import('../../main/webapp/console/visitors/invite-form.js').ConsoleInvite;
  'console-pane': import('../../main/webapp/console/pane/pane.js').ConsolePane;
  'console-pane-menu': import('../../main/webapp/console/pane/pane-menu.js').ConsolePaneMenu;
  'console-visitor': import('../../main/webapp/console/visitors/visitor-panel.js').ConsoleVisitor;
  'console-visitors': import('../../main/webapp/console/visitors/visitors.js').ConsoleVisitors;
  'console-writing-field': import('../../main/webapp/console/pane/writing-field.js').ConsoleWritingField;
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
