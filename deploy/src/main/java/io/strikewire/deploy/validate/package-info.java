/** The deployment guide's checklists, asked of a running service over its own addresses. */
@NullMarked
package io.strikewire.deploy.validate;

import org.jspecify.annotations.NullMarked;
