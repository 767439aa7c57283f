package org.parley.web.tyrus;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.reflect.Field;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives Tyrus, which is the WebSocket of Payara and GlassFish, a scheduler of ours for its idle timeouts. It renews one with
 * every frame that comes or goes, by the server's default scheduler, and that one searches all jars for context providers
 * each time: most of what a message cost. No setting reaches it (ADR-0019). Elsewhere this does nothing.
 */
@WebListener
public class IdleTimeouts implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(IdleTimeouts.class.getName());
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";
    private static final String SCHEDULER = "managedScheduledExecutorService";

    @Resource
    ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor scheduler;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(CONTAINER);
        if (container != null && container.getClass().getName().startsWith("org.glassfish.tyrus.")) {
            scheduler = new ScheduledThreadPoolExecutor(1, threads);
            // Each frame cancels the timeout that the last one made: it must not wait for its time in the queue.
            scheduler.setRemoveOnCancelPolicy(true);
            // At a shutdown, last words may follow its end; they need no timeout and must not fail for want of one.
            scheduler.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
            replace(container);
        }
    }

    private void replace(Object container) {
        for (Class<?> type = container.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(SCHEDULER);
                field.setAccessible(true);
                field.set(container, scheduler);
                return;
            } catch (NoSuchFieldException e) {
                continue; // a superclass has it
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.log(Level.INFO, "This server keeps its own scheduler for idle sockets; messages cost more", e);
                return;
            }
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
    }
}
