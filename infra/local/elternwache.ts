// Loaded before the application (`node --import`): when the process that started it is gone, whatever
// ended that one, the application stops as if asked to, instead of holding the port for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep the application alive.
process.channel?.unref();
