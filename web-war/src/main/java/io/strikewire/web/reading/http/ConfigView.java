package io.strikewire.web.reading.http;

import java.util.Map;

/** Settings by name, with the text in force. */
public record ConfigView(Map<String, String> settings) {}
