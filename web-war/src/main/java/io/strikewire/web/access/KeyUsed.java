package io.strikewire.web.access;

/**
 * Somebody came in with a key.
 *
 * @param key its name
 * @param method of the request
 * @param path what for, without the context's own
 * @param address where the request came from
 */
public record KeyUsed(String key, String method, String path, String address) {}
