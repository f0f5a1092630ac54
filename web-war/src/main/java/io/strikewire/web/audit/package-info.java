/** What auditors ask the audit log, and what the doors of the service put into it. */
@NullMarked
package io.strikewire.web.audit;

import org.jspecify.annotations.NullMarked;
