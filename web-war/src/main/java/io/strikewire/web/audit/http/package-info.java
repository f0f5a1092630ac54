/** The audit log by HTTP, and the filter that puts the use of keys on record. */
@NullMarked
package io.strikewire.web.audit.http;

import org.jspecify.annotations.NullMarked;
