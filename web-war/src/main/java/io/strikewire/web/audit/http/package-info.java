/** The audit log by HTTP, and the record of who used a key. */
@NullMarked
package io.strikewire.web.audit.http;

import org.jspecify.annotations.NullMarked;
