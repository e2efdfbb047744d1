import { totalmem } from 'node:os'

/**
 * How the embedded PostgreSQL is set; given at each start, so that an update of Steward changes them. It listens on
 * loopback alone, keeps every promise of durability, and writes neither statements nor values to its log.
 */
export function serverSettings(): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ssl: 'off',
    password_encryption: 'scram-sha-256',
    max_connections: '40',
    shared_buffers: `${buffers()}MB`,
    huge_pages: 'off',
    // A parallel query can fill the 64 MB of shared memory that containers have; elsewhere the default is the only way.
    ...(process.platform === 'linux' && { dynamic_shared_memory_type: 'mmap' }),
    max_wal_size: '256MB',
    wal_level: 'replica',
    io_method: 'sync',
    // What was in memory before a restart is read again after it, beside the first requests.
    shared_preload_libraries: 'pg_prewarm',
    jit: 'off',
    autovacuum_worker_slots: '3',
    max_worker_processes: '4',
    idle_in_transaction_session_timeout: '60s',
    client_connection_check_interval: '5s',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '20MB',
    log_file_mode: '0600',
    // Errors reach the server's own log by their code; their texts may hold what a customer typed.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
}

/**
 * A quarter of the memory there is, in megabytes, as PostgreSQL's manual advises (20.4.1); it is taken as it is used. The
 * rows of one customer lie apart, on as many pages.
 */
function buffers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem()) / 2 ** 20
  return Math.round(Math.min(8192, Math.max(128, memory / 4)))
}
