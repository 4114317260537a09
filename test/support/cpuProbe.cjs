/** Loaded into a process before its program: tells its parent, when asked over the IPC channel, what processor time it has used, in microseconds. */

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ microseconds: user + system, heap: process.memoryUsage().heapUsed });
});
process.channel.unref();
